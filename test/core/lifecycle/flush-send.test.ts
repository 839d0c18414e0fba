import { Column, Control, Text } from "runlet";
import { mount } from "runlet/testing";
import { Replica } from "runlet/transport";
import { describe, expect, test } from "vitest";
import { applyWithFastJsonPatch } from "../../../src/testing/test-client.ts";
import { start } from "./session.ts";

class Traced extends Control {
  readonly log: string[];
  constructor(log: string[]) {
    super();
    this.log = log;
  }
  override didMount() {
    this.log.push("didMount");
  }
  override willUnmount() {
    this.log.push("willUnmount");
  }
}

describe("a client that can take no updates", () => {
  test("gets one merged update later, while flushes and hooks run as usual", async () => {
    const log: string[] = [];
    const text = new Text({ value: "a" });
    const { page, updates, writable$, turn } = start((p) => p.add(text));
    updates();
    writable$.next(false);
    const [stays, goes] = [new Traced(log), new Traced(log)];
    page.add(stays, goes);
    await turn();
    for (let n = 0; n < 100; n++) {
      text.value = String(n);
      await turn();
    }
    page.remove(goes);
    await turn();
    expect(log).toEqual(["didMount", "didMount", "willUnmount"]);
    expect(updates()).toEqual([]);
    writable$.next(true);
    const [merged, ...more] = updates();
    expect([merged?.length, more]).toEqual([3, []]);
    expect(merged).toEqual(
      expect.arrayContaining([
        { op: "add", path: "/3", value: { $type: "Control" } },
        { op: "replace", path: "/2/value", value: "99" },
        { op: "add", path: "/1/$slots/controls/1", value: 3 },
      ]),
    );
  });

  test("gets the whole page as it is then, if it can take no updates from the start", async () => {
    const text = new Text({ value: "a" });
    const { updates, writable$, turn } = start((page) => page.add(text), { isWritable: false });
    await turn();
    text.value = "b";
    await turn();
    expect([text.isMounted, updates()]).toEqual([true, []]);
    writable$.next(true);
    expect(updates()).toMatchObject([[{ op: "replace", path: "", value: { 2: { value: "b" } } }]]);
  });

  test("still sends events, and their handlers run", async () => {
    const text = new Text({ value: "a" });
    text.onTap = () => {
      text.value = "tapped";
    };
    const { updates, writable$, turn, event } = start((page) => page.add(text));
    updates();
    writable$.next(false);
    event(2, "tap");
    await turn();
    expect([text.value, updates()]).toEqual(["tapped", []]);
    writable$.next(true);
    expect(updates()).toEqual([[{ op: "replace", path: "/2/value", value: "tapped" }]]);
  });

  test("that becomes able to take updates during a flush gets the result of that flush, once", async () => {
    const text = new Text({ value: "a" });
    class Waker extends Text {
      override beforeUpdate() {
        if (this.isMounted && this.value === "b") writable$.next(true);
      }
    }
    const waker = new Waker({ value: "a" });
    const { updates, writable$, turn } = start((page) => page.add(text, waker));
    updates();
    writable$.next(false);
    text.value = waker.value = "b";
    await turn();
    expect(updates().map((ops) => ops.length)).toEqual([2]);
  });

  test("gets nothing after its session closes, and all hooks are called", async () => {
    const log: string[] = [];
    const { updates, writable$, session, page, turn } = start((p) => p.add(new Traced(log)));
    updates();
    writable$.next(false);
    page.add(new Traced(log));
    await turn();
    session.close();
    writable$.next(true);
    await turn();
    expect(updates()).toEqual([]);
    expect(log).toEqual(["didMount", "didMount", "willUnmount", "willUnmount"]);
  });

  test.each([false, true])(
    "is up to date after one update, whatever moved, was wrapped and came back before it (isolated: %s)",
    async (isIsolated) => {
      class Box extends Column {
        override isIsolated() {
          return isIsolated;
        }
      }
      const replica = new Replica(applyWithFastJsonPatch);
      const box = new Box();
      const texts = ["a", "b", "c"].map((value) => new Text({ value }));
      const { page, updates, writable$, session } = start((p) => p.add(...texts, box));
      const apply = () => {
        for (const ops of updates()) replica.update({ type: "update", seq: 0, ack: 0, ops });
        expect(replica.documents).toEqual(JSON.parse(JSON.stringify(session.documents())));
      };
      apply();
      writable$.next(false);
      const [a, b, c] = texts as [Text, Text, Text];
      page.controls = [box, b];
      box.controls = [a, c];
      box.update();
      page.controls = [box];
      page.update();
      page.controls = [new Column({ controls: [b] }), box];
      box.controls = [c];
      box.update();
      box.controls = [c, a];
      box.update();
      writable$.next(true);
      apply();
      page.clean();
      page.update();
      apply();
      expect(Object.keys(replica.documents)).toEqual(["1"]);
    },
  );
});

// The test client's replica edits the values of the operations that it received.
test("takeOperations() returns operations as they were sent, unchanged by later ones", async () => {
  const text = new Text({ value: "a" });
  const h = mount(text);
  text.value = "b";
  await h.flush();
  expect(h.takeOperations()[0]).toMatchObject({ path: "", value: { 2: { value: "a" } } });
});
