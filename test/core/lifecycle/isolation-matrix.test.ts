import { describe, expect, test } from "vitest";
import { CaseRunner } from "./case-runner.ts";
import { CHANGES, EXITS, TREE, TRIGGERS } from "./isolation-matrix.ts";

const nothing = { hooks: "", sent: [], errors: [], problems: [] };

describe.each(TRIGGERS)("$name", (trigger) => {
  test.each(CHANGES)("$name", async (change) => {
    const stage = new CaseRunner(TREE);
    const whole = { ...nothing, hooks: change.hooks, sent: [change.sent] };
    const isTaken = trigger.zones.includes(change.zone);
    change.do(stage.world);
    trigger.do(stage.world);
    await stage.turn();
    expect(stage.takeLines()).toEqual(isTaken ? whole : nothing);
    const { i, j } = stage.world;
    for (const island of [i, j]) if (island.isMounted) island.update();
    expect(stage.takeLines()).toEqual(isTaken ? nothing : whole);
    await stage.h.unmount();
    expect(stage.takeLines().problems).toEqual([]);
    expect(stage.tracer.mounted).toEqual([]);
    expect(stage.h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  });
});

describe.each(EXITS)("$name while a change waits", (exit) => {
  test.each(CHANGES)("$name", async (change) => {
    const stage = new CaseRunner(TREE);
    change.do(stage.world);
    await stage.turn();
    const before = stage.tracer.mounted;
    stage.takeLines();
    await exit.do(stage.world);
    await stage.turn();
    const { hooks, problems, errors } = stage.takeLines();
    expect([problems, errors]).toEqual([[], []]);
    const gone = before.filter((name) => !stage.tracer.mounted.includes(name));
    const reported = hooks.split(" · ").filter((hook) => hook.startsWith("willUnmount"));
    expect(reported.map((hook) => hook.split(" ")[1]).sort()).toEqual(gone.sort());
    if (exit.opens !== change.zone) expect(hooks).not.toContain("didMount n");
    if (!stage.h.page.isMounted) return;

    // A control that comes back includes everything that waited.
    const { page, i, j } = stage.world;
    if (!i.isMounted) page.controls.push(i);
    if (!i.controls.includes(j)) i.controls.push(j);
    await stage.turn();
    if (i.isMounted) i.update();
    if (j.isMounted) j.update();
    expect(stage.takeLines()).toMatchObject({ problems: [], errors: [] });
    expect(stage.tracer.mounted.sort()).toEqual(stage.namesUnder(page).sort());
    await stage.h.unmount();
    expect(stage.takeLines().problems).toEqual([]);
    expect(stage.h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  });
});
