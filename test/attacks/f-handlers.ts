import { Button, Text } from "runlet";
import { expect } from "vitest";
import { collectGarbage, pause, until } from "./check.ts";
import type { BuiltRow } from "./row.ts";

export const handlers: readonly BuiltRow[] = [
  {
    id: "F22",
    what: "after 64 handlers that never settle, the 65th event is refused with a notice, and the handlers are released when the session ends",
    async run(attacked) {
      const ann = await attacked.join();
      const alive: WeakRef<object>[] = [];
      let ran = 0;
      ann.screen.probe.events("any" as never).subscribe(() => ran++);
      ann.screen.button.onClick = () => {
        const held = { at: ran++ };
        alive.push(new WeakRef(held));
        return new Promise(() => held);
      };
      const click = { id: ann.screen.button.id, event: "click" };
      await ann.answer(ann.commands(...Array.from({ length: 32 }, () => click)));
      await ann.answer(ann.commands(...Array.from({ length: 33 }, () => click)));
      expect([ran, ann.notices]).toEqual([64, [{ type: "notice", error: { id: "busy" } }]]);
      expect(attacked.lines.join("\n")).toContain("64 handlers of this session have not ended");
      // A write needs no handler, so it still works.
      await ann.answer(ann.write(ann.screen.field, { value: "yours" }));
      expect(ann.screen.field.value).toBe("yours");
      ann.screen.page.session.close();
      ann.screen.button.onClick = undefined;
      await ann.code();
      await pause(20);
      collectGarbage();
      expect(alive.filter((each) => each.deref() !== undefined)).toEqual([]);
    },
  },
  {
    id: "F23",
    what: "a handler that blocks the event loop is logged with its name, and no connection is considered dead",
    options: { limits: { pingInterval: 100 } },
    async run(attacked) {
      const ann = await attacked.join();
      ann.screen.button.onClick = () => {
        const end = performance.now() + 450;
        while (performance.now() < end);
      };
      await ann.answer(ann.event(ann.screen.button, "click"));
      await until(() => attacked.lines.some((line) => /onClick of Page > Button\[1\] took \d{3,4} ms/.test(line)));
      expect(attacked.lines.join("\n")).toContain(ann.welcome.session);
      await pause(150);
      await ann.answer(ann.write(ann.screen.field, { value: "yours" }));
    },
  },
  {
    id: "F25",
    what: "a session that creates controls endlessly is closed at its limit, its memory is released, and other sessions continue",
    options: { limits: { controls: 5000 } },
    async run(attacked) {
      collectGarbage();
      const before = process.memoryUsage().heapUsed;
      const ann = await attacked.join();
      ann.screen.button.onClick = () => {
        for (let at = 0; at < 5100; at++) ann.screen.page.add(new Text({ value: `${at}` }));
      };
      ann.event(ann.screen.button, "click");
      expect([await ann.code(), attacked.sessions]).toEqual([1008, []]);
      expect(attacked.lines.join("\n")).toContain("would be more than 5000 controls on one page");
      attacked.screens.delete(ann.welcome.session);
      (ann as { screen: unknown }).screen = undefined;
      await pause(20);
      collectGarbage();
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(before * 0.1 + 4e6);
      await (await attacked.join()).expectServed();
      expect(new Button().isMounted).toBe(false);
    },
  },
];
