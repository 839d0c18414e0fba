import { Control, Text } from "runlet";
import { mount } from "runlet/testing";
import { BehaviorSubject, Subject, timer } from "rxjs";
import { describe, expect, test } from "vitest";
import { start } from "./session.ts";

const set = (id: number, value: string) => [{ op: "replace", path: `/${id}/value`, value }];

/** A page with one text, after its first update. */
function withText(text: Text) {
  const started = start((page) => page.add(text));
  expect(started.updates()).toHaveLength(1);
  return started;
}

describe("a flush by itself", () => {
  test("comes at the end of the event loop's turn, not after a promise", async () => {
    const text = new Text({ value: "a" });
    const { updates, turn } = withText(text);
    text.value = "b";
    await Promise.resolve();
    text.value = "c";
    await Promise.resolve();
    expect(updates()).toEqual([]);
    await turn();
    expect(updates()).toEqual([set(2, "c")]);
  });

  test("sends ten thousand sets in one turn as one update with one operation", async () => {
    const text = new Text({ value: "a" });
    const { updates, turn } = withText(text);
    for (let n = 1; n <= 10_000; n++) text.value = String(n);
    await turn();
    expect(updates()).toEqual([set(2, "10000")]);
  });

  test("sends changes of ten thousand controls as one update", async () => {
    const texts = Array.from({ length: 10_000 }, () => new Text({ value: "a" }));
    const { updates, turn } = start((page) => page.add(...texts));
    updates();
    for (const text of texts) text.value = "b";
    await turn();
    const sent = updates();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toHaveLength(10_000);
  });

  test("sends each turn's changes as one update", async () => {
    const text = new Text({ value: "a" });
    const { updates, turn } = withText(text);
    for (const value of ["b", "c", "d"]) {
      text.value = value;
      await turn();
    }
    expect(updates()).toEqual([set(2, "b"), set(2, "c"), set(2, "d")]);
  });

  test("sends nothing for a value that is set back in the same turn, but calls beforeUpdate()", async () => {
    let hooks = 0;
    class Counting extends Text {
      override beforeUpdate() {
        hooks++;
      }
    }
    const text = new Counting({ value: "a" });
    const { updates, turn } = withText(text);
    text.value = "b";
    text.value = "a";
    await turn();
    expect([updates(), hooks]).toEqual([[], 2]);
  });

  test("does not happen when a property is set to its present value", async () => {
    let hooks = 0;
    class Counting extends Text {
      override beforeUpdate() {
        hooks++;
      }
    }
    const text = new Counting({ value: "a" });
    const { turn } = withText(text);
    text.value = "a";
    await turn();
    expect(hooks).toBe(1);
  });

  test("sends changes of main() after an await", async () => {
    const text = new Text({ value: "a" });
    const { updates, turn } = start(async (page) => {
      page.add(text);
      await Promise.resolve();
      text.value = "b";
    });
    expect(updates()).toHaveLength(1);
    await turn();
    expect(updates()).toEqual([set(2, "b")]);
  });

  test("shows what main() put on the page before it threw", () => {
    const { updates, notices } = start((page) => {
      page.add(new Text({ value: "there" }));
      throw new Error("late");
    });
    expect(updates()).toMatchObject([[{ value: { 2: { value: "there" } } }]]);
    expect(notices()).toHaveLength(1);
  });
});

describe("a flush at the end of a handler", () => {
  test("happens when the handler returns, before the turn ends", () => {
    const text = new Text({ value: "a" });
    text.onTap = () => {
      text.value = "b";
      text.value = "c";
    };
    const { updates, event } = withText(text);
    event(2, "tap");
    expect(updates()).toEqual([set(2, "c")]);
  });

  test("of an async handler happens at each await that takes a turn, and when its promise settles", async () => {
    const text = new Text({ value: "a" });
    let open = () => {};
    text.onTap = async () => {
      text.value = "loading";
      await new Promise<void>((resolve) => {
        open = resolve;
      });
      text.value = "done";
    };
    const { updates, event } = withText(text);
    event(2, "tap");
    expect(updates()).toEqual([set(2, "loading")]);
    open();
    for (let n = 0; n < 5; n++) await Promise.resolve();
    expect(updates()).toEqual([set(2, "done")]);
  });

  test("sends what a handler set before it threw or rejected", async () => {
    const text = new Text({ value: "a" });
    text.onTap = () => {
      text.value = "b";
      throw new Error("oops");
    };
    const { updates, event, turn } = withText(text);
    event(2, "tap");
    expect(updates()).toEqual([set(2, "b")]);
    text.onTap = async () => {
      await Promise.resolve();
      text.value = "c";
      throw new Error("oops");
    };
    event(2, "tap");
    await turn();
    expect(updates()).toEqual([[], set(2, "c")]);
  });

  test("sends only an ack if the handler set nothing", async () => {
    const text = new Text({ value: "a", onTap: () => {} });
    const { updates, event, turn } = withText(text);
    event(2, "tap");
    await turn();
    expect(updates()).toEqual([[]]);
  });

  test("happens once for each of two handlers of one message", () => {
    const text = new Text({ value: "" });
    text.onTap = () => {
      text.value += "x";
    };
    const { updates, event } = withText(text);
    event(2, "tap");
    event(2, "tap");
    expect(updates()).toEqual([[{ op: "add", path: "/2/value", value: "x" }], set(2, "xx")]);
  });
});

describe("a flush by update()", () => {
  test("happens before it returns", () => {
    const text = new Text({ value: "a" });
    const { updates } = withText(text);
    text.value = "b";
    text.update();
    expect(updates()).toEqual([set(2, "b")]);
  });

  test("of one control sends all changes", () => {
    const [one, two] = [new Text({ value: "a" }), new Text({ value: "a" })];
    const { updates } = start((page) => page.add(one, two));
    updates();
    one.value = two.value = "b";
    one.update();
    expect(updates()).toEqual([expect.arrayContaining([...set(2, "b"), ...set(3, "b")])]);
  });

  test("sends nothing and calls no hook if nothing changed", async () => {
    let hooks = 0;
    class Counting extends Text {
      override beforeUpdate() {
        hooks++;
      }
    }
    const { updates, page, turn } = start((p) => p.add(new Counting()));
    updates();
    page.update();
    await turn();
    expect([updates(), hooks]).toEqual([[], 1]);
  });

  test("throws for a control that is mounted only by the next flush", () => {
    const text = new Text();
    const { page } = start(() => {});
    page.add(text);
    expect(() => text.update()).toThrow(/needs a mounted control/);
    page.update();
    text.update();
  });

  test("leaves nothing for the end of the turn", async () => {
    const text = new Text({ value: "a" });
    const { updates, turn } = withText(text);
    text.value = "b";
    text.update();
    await turn();
    expect(updates()).toHaveLength(1);
  });
});

describe("with page.autoUpdate = false", () => {
  const manual = (text: Text) => {
    const started = withText(text);
    started.page.autoUpdate = false;
    return started;
  };

  test("only update() flushes: not a turn, a handler or an emission", async () => {
    const value$ = new Subject<string>();
    const text = new Text({ value: "a" });
    const { updates, event, turn, page } = manual(text);
    text.bind("value", value$);
    text.onTap = async () => {
      text.tooltip = "x";
      await Promise.resolve();
      text.italic = true;
    };
    page.update();
    expect(updates()).toHaveLength(1);
    event(2, "tap");
    value$.next("b");
    await turn();
    expect(updates()).toEqual([[]]);
    page.update();
    expect(updates()).toEqual([
      expect.arrayContaining([
        { op: "replace", path: "/2/value", value: "b" },
        { op: "add", path: "/2/tooltip", value: "x" },
        { op: "add", path: "/2/italic", value: true },
      ]),
    ]);
  });

  test("hooks wait as well: nothing mounts before update()", async () => {
    const log: string[] = [];
    class Traced extends Control {
      override didMount() {
        log.push("didMount");
      }
    }
    const traced = new Traced();
    const { page, turn } = manual(new Text());
    page.add(traced);
    await turn();
    expect([traced.isMounted, log]).toEqual([false, []]);
    page.update();
    expect([traced.isMounted, log]).toEqual([true, ["didMount"]]);
  });

  test("turning it on again sends the waiting changes at the end of the turn", async () => {
    const text = new Text({ value: "a" });
    const { page, updates, turn } = manual(text);
    text.value = "b";
    await turn();
    page.autoUpdate = true;
    expect(updates()).toEqual([]);
    await turn();
    expect(updates()).toEqual([set(2, "b")]);
  });

  test("closing the session does not unmount a control that was never flushed", async () => {
    const log: string[] = [];
    class Traced extends Control {
      override willUnmount() {
        log.push("willUnmount");
      }
    }
    const { page, session } = manual(new Text());
    page.add(new Traced());
    session.close();
    expect(log).toEqual([]);
  });
});

describe("changes by timers, tasks and Observables", () => {
  test("page.loop, sleep() and runTask(): one update each time that something changes", async () => {
    const [ticking, task] = [new Text({ value: "-" }), new Text({ value: "-" })];
    const h = mount((page) => {
      page.add(ticking, task);
      timer(100, 100, page.loop).subscribe((n) => {
        ticking.value = String(n);
      });
      void page.runTask(async () => {
        for (let n = 0; n < 3; n++) {
          await page.sleep(150);
          task.value = String(n);
        }
      });
    });
    const times: [number, string[]][] = [];
    h.takeOperations();
    for (let at = 50; at <= 300; at += 50) {
      await h.advance(50);
      const sent = h.takeOperations().map(({ path }) => path);
      if (sent.length > 0) times.push([at, sent]);
    }
    expect(times).toEqual([
      [100, ["/2/value"]],
      [150, ["/3/value"]],
      [200, ["/2/value"]],
      [300, ["/2/value", "/3/value"]],
    ]);
  });

  test("a timer of the machine that sets a property causes a flush", async () => {
    const text = new Text({ value: "a" });
    const { updates, turn } = withText(text);
    setTimeout(() => (text.value = "b"), 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await turn();
    expect(updates()).toEqual([set(2, "b")]);
  });

  test("an Observable that emits a thousand times in a turn is one update with the last value", async () => {
    const value$ = new BehaviorSubject("a");
    const { updates, turn } = withText(new Text({ value: value$ }));
    for (let n = 0; n < 1000; n++) value$.next(String(n));
    await turn();
    expect(updates()).toEqual([set(2, "999")]);
  });

  test("an Observable that is bound to many controls is one update", async () => {
    const value$ = new BehaviorSubject("a");
    const texts = Array.from({ length: 50 }, () => new Text({ value: value$ }));
    const { updates, turn } = start((page) => page.add(...texts));
    updates();
    value$.next("b");
    await turn();
    expect(updates().map((ops) => ops.length)).toEqual([50]);
  });
});
