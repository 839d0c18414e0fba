import { describe, expect, test } from "vitest";
import { CaseRunner } from "./case-runner.ts";
import { CHANGES, type Change, EXITS, TREE, TRIGGERS, type Zone } from "./isolation-matrix.ts";

/** Checks one flush: whether it included the change, and that `update()` called the hook of its own control once. */
function expectFlush(stage: CaseRunner, change: Change | undefined, updated: string | undefined): void {
  const { hooks, ...others } = stage.takeLines();
  expect(others).toEqual({ sent: change === undefined ? [] : [change.sent], errors: [], problems: [] });
  const isThere = updated !== undefined && stage.tracer.mounted.includes(updated);
  const own = isThere ? [`beforeUpdate ${updated}`] : [];
  const expected = split(change?.hooks ?? "");
  expect(split(hooks).sort()).toEqual([...new Set([...expected, ...own])].sort());
  expect(split(hooks).filter((hook) => expected.includes(hook))).toEqual(expected);
}

function split(hooks: string): string[] {
  return hooks === "" ? [] : hooks.split(" · ");
}

describe.each(TRIGGERS)("$name", (trigger) => {
  test.each(CHANGES)("$name", async (change) => {
    const stage = new CaseRunner(TREE);
    let waiting: Change | undefined = change;
    const flush = (zones: readonly Zone[], updated: string | undefined) => {
      const taken = zones.includes(change.zone) ? waiting : undefined;
      expectFlush(stage, taken, updated);
      if (taken !== undefined) waiting = undefined;
    };
    change.do(stage.world);
    trigger.do(stage.world);
    await stage.turn();
    flush(trigger.zones, trigger.updated);
    for (const { updated, zones, do: update } of TRIGGERS) {
      const island = updated === "i" || updated === "j" ? stage.world[updated] : undefined;
      if (island?.isMounted !== true) continue;
      update(stage.world);
      flush(zones, updated);
    }
    expect(waiting).toBeUndefined();
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
