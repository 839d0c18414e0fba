import { Button } from "runlet";
import { expect } from "vitest";
import { sessionOf } from "../../src/controls/page/page-session.ts";
import type { AttackClient } from "./attack-client.ts";
import type { BuiltRow } from "./row.ts";

/** Checks that an event is acknowledged, as every command is, and that no handler runs. */
async function ignores(
  client: AttackClient,
  control: Parameters<AttackClient["event"]>[0],
  name: unknown,
  ...data: unknown[]
): Promise<void> {
  const before = client.screen.received.length;
  await client.answer(client.event(control, name, ...data));
  expect([name, client.screen.received.slice(before)]).toEqual([name, []]);
}

const BIG = 10_000;
const MOST = Number.MAX_SAFE_INTEGER;

export const events: readonly BuiltRow[] = [
  {
    id: "C01",
    what: "an event for a control of another session is acknowledged, ignored and logged, and does not affect that session",
    async run(attacked) {
      const [ann, bob] = [await attacked.join(), await attacked.join()];
      const { page, text } = ann.screen;
      await bob.answer(bob.event(bob.screen.button, "click"));
      // Ids are unique within a session only, so this session needs more controls than the other.
      page.add(...Array.from({ length: 20 }, () => new Button()));
      sessionOf(page).flush();
      for (const id of [99, 2 ** 32 + ann.screen.button.id, MOST]) await ignores(bob, id, "click");
      const theirs = page.controls.at(-1)?.id as number;
      await ignores(bob, theirs, "click");
      await bob.answer(bob.write(theirs, { value: "x" }));
      expect([text.value, ann.screen.received, bob.screen.text.value]).toEqual(["0", [], "1"]);
      expect(attacked.lines.join("\n")).toContain(`for control ${theirs}, which is not on the page`);
    },
  },
  {
    id: "C02",
    what: "an event of a disabled control is acknowledged and not run",
    async run(attacked) {
      const ann = await attacked.join();
      await ignores(ann, ann.screen.locked, "change", true);
      await ignores(ann, ann.screen.inLocked, "click");
      ann.screen.button.disabled = true;
      await ignores(ann, ann.screen.button, "click");
      expect(ann.screen.text.value).toBe("0");
    },
  },
  {
    id: "C03",
    what: "an event of an invisible control, or of a control in an invisible one, is acknowledged and not run",
    async run(attacked) {
      const ann = await attacked.join();
      await ignores(ann, ann.screen.unseen, "click");
      await ignores(ann, ann.screen.inUnseen, "click");
      ann.screen.page.visible = false;
      await ignores(ann, ann.screen.button, "click");
      ann.screen.page.visible = true;
      await ann.expectServed();
    },
  },
  {
    id: "C11",
    what: 'events named "constructor", "__proto__", "toString", "then", "error", "" or 10 kB of text are ignored, and 7 or objects as names are refused with 1002',
    async run(attacked) {
      const ann = await attacked.join();
      const names = [
        "constructor",
        "__proto__",
        "prototype",
        "toString",
        "then",
        "error",
        "close",
        "connect",
        "disconnect",
      ];
      for (const name of [
        ...names,
        "",
        "x".repeat(BIG),
        "Click",
        "onClick",
        "click ",
        "clic\u212a",
        "\u0000",
        "build",
        "update",
      ]) {
        await ignores(ann, ann.screen.button, name);
        await ignores(ann, 1, name);
      }
      for (const name of [7, null, true, ["click"], { toString: 1 }, { valueOf: "click" }]) {
        const bob = await attacked.join();
        bob.event(bob.screen.button, name);
        expect([name, await bob.code(), bob.screen.received]).toEqual([name, 1002, []]);
      }
      expect(Math.max(...attacked.lines.map((line) => line.length))).toBeLessThan(2000);
    },
  },
  {
    id: "C12",
    what: "event data with control, name, page or target never replaces the fields of the event, and an event that takes no data is not run",
    async run(attacked) {
      const ann = await attacked.join();
      const data = { control: 1, name: "mine", page: 2, target: 3, data: 4, session: 5 };
      await ignores(ann, ann.screen.button, "click", data);
      await ignores(ann, ann.screen.box, "change", data);
      const seen: unknown[] = [];
      const { probe, page } = ann.screen;
      probe
        .events("any" as never)
        .subscribe((event) => seen.push(event.control === probe, event.name, event.page === page, event.data));
      await ann.answer(ann.event(probe, "any", data));
      expect(seen).toEqual([true, "any", true, data]);
    },
  },
];
