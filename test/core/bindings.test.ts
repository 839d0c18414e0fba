import { Control, type Page, Row, state, Text } from "runlet";
import { mount } from "runlet/testing";
import { BehaviorSubject, NEVER, of, Subject, tap, throwError, timer } from "rxjs";
import { describe, expect, test, vi } from "vitest";

describe("an Observable as a property", () => {
  test("is subscribed while mounted, and a value emitted at once is in the first document", async () => {
    const value$ = new BehaviorSubject("a");
    const text = new Text({ value: value$ });
    expect(value$.observed).toBe(false);
    const h = mount(text);
    expect(h.takeOperations()).toHaveLength(1);
    expect(h.tree()).toMatchObject({ controls: [{ value: "a" }] });
    value$.next("b");
    await h.flush();
    expect(h.takeOperations()).toEqual([{ op: "replace", path: "/2/value", value: "b" }]);
    h.page.clean();
    await h.flush();
    expect(value$.observed).toBe(false);
    h.page.add(text);
    await h.flush();
    expect(value$.observed).toBe(true);
  });

  test("can be bound to a slot", async () => {
    const controls$ = new BehaviorSubject<readonly Control[]>([new Text({ value: "one" })]);
    const h = mount(new Row({ controls: controls$ }));
    controls$.next([...controls$.value, new Text({ value: "two" })]);
    await h.flush();
    expect(h.tree()).toMatchObject({ controls: [{ controls: [{ value: "one" }, { value: "two" }] }] });
  });

  test("ends when a plain value is set", async () => {
    const value$ = new BehaviorSubject("a");
    const text = new Text({ value: value$ });
    mount(text);
    text.value = "mine";
    expect(value$.observed).toBe(false);
    value$.next("b");
    expect(text.value).toBe("mine");
  });

  test("keeps the last value after completion and after an error, and reports the error", async () => {
    const h = mount((page: Page) => page.add(new Text({ value: of("last") })));
    expect(h.leaks().subscriptions).toBe(0);
    expect(h.tree()).toMatchObject({ controls: [{ value: "last" }] });
    h.page.add(new Text({ value: throwError(() => new Error("dry")) }));
    await expect(h.flush()).rejects.toThrow("dry");
    expect(h.leaks().subscriptions).toBe(0);
  });

  test("reports a value of the wrong type, and keeps the last value", async () => {
    const value$ = new BehaviorSubject<unknown>("a");
    const text = new Text({ value: value$ as never });
    const h = mount(text);
    value$.next(7);
    await expect(h.flush()).rejects.toThrow("Page > Text[0].value must be a string, not 7.");
    value$.next("b");
    await h.flush();
    expect(text.value).toBe("b");
  });

  test("bind() binds before and after mounting", async () => {
    const text = new Text();
    text.bind("value", new BehaviorSubject("bound"));
    const h = mount(text);
    expect(text.value).toBe("bound");
    text.bind("value", new BehaviorSubject("other"));
    await h.flush();
    expect(h.tree()).toMatchObject({ controls: [{ value: "other" }] });
  });

  test("runs on virtual time through page.loop", async () => {
    const h = mount((page: Page) => page.add(new Text({ value: timer(500, 1000, page.loop).pipe() as never })));
    h.takeOperations();
    await expect(h.advance(500)).rejects.toThrow("must be a string, not 0");
    await h.unmount();
    expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  });
});

describe("page.loop", () => {
  test("runs scheduled work at its time, repeats it if requested, and leaves no timer", async () => {
    const h = mount(() => {});
    const runs: number[] = [];
    const once = h.page.loop.schedule(() => runs.push(h.page.now()), 10);
    const thrice = h.page.loop.schedule<number>(
      function (left = 0) {
        runs.push(h.page.now());
        if (left > 1) this.schedule(left - 1, 20);
      },
      20,
      3,
    );
    expect(h.leaks().timers).toBe(2);
    await h.advance(100);
    expect(runs).toEqual([10, 20, 40, 60]);
    expect([once.closed, thrice.closed, h.leaks().timers]).toEqual([true, true, 0]);
    const canceled = h.page.loop.schedule(() => runs.push(-1), 10);
    canceled.unsubscribe();
    expect(h.leaks().timers).toBe(0);
    await h.advance(100);
    expect(runs).toHaveLength(4);
  });
});

describe("state()", () => {
  test("is an Observable of its value, with set(), update() and select()", () => {
    const todos = state([{ label: "a", isDone: false }]);
    const seen: unknown[] = [];
    todos.select((list) => list.length).subscribe((length) => seen.push(length));
    todos.update((draft) => {
      draft.push({ label: "b", isDone: false });
    });
    todos.update((draft) => {
      for (const todo of draft) todo.isDone = true;
    });
    expect(seen).toEqual([1, 2]);
    expect(todos.value.every(({ isDone }) => isDone)).toBe(true);
    todos.set([]);
    expect(seen).toEqual([1, 2, 0]);
  });

  test("can be bound to a property", async () => {
    const name = state("Ann");
    const h = mount(new Text({ value: name }));
    name.set("Bob");
    await h.flush();
    expect(h.tree()).toMatchObject({ controls: [{ value: "Bob" }] });
  });
});

describe("changes() and events()", () => {
  test("changes() emits each new value of a property", () => {
    const text = new Text({ value: "a" });
    const seen: string[] = [];
    text.changes("value").subscribe((value) => seen.push(value));
    text.value = "b";
    text.value = "b";
    text.value = "c";
    expect(seen).toEqual(["b", "c"]);
    expect(() => text.changes("nope" as never)).toThrow("Text has no such property");
  });

  test("events() makes the client listen while there is a subscriber", async () => {
    const text = new Text();
    const h = mount(text);
    const seen: string[] = [];
    const subscription = text.events("tap").subscribe(({ name }) => seen.push(name));
    await h.flush();
    expect(h.tree()).toMatchObject({ controls: [{ onTap: true }] });
    await h.fire(text, "tap");
    expect(seen).toEqual(["tap"]);
    subscription.unsubscribe();
    await h.flush();
    expect(h.tree()).toMatchObject({ controls: [{ $type: "Text", $id: 2 }] });
    expect(JSON.stringify(h.tree())).not.toContain("onTap");
    expect(() => text.events("nope" as never)).toThrow("Text has no such property");
  });

  test("a handler makes the client listen while it is set; replacing it sends nothing", async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const text = new Text({ onTap: first });
    const h = mount(text);
    h.takeOperations();
    text.onTap = second;
    await h.flush();
    expect(h.takeOperations()).toEqual([]);
    await h.fire(text, "tap");
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    text.onTap = undefined;
    await h.flush();
    expect(h.takeOperations()).toEqual([{ op: "remove", path: "/2/onTap" }]);
  });
});

describe("the unmount of a control, and edit() and rebuild()", () => {
  test("ends effects, own(), tasks and sleeps", async () => {
    const ends: string[] = [];
    const ticks$ = new Subject<void>();
    class Busy extends Control {
      override build() {
        this.effect(ticks$);
      }
      override didMount() {
        this.own(() => ends.push("own"));
        this.own(NEVER.subscribe());
        void this.runTask(async (signal) => {
          signal.addEventListener("abort", () => ends.push("task"));
          await this.sleep(1000);
          ends.push("never");
        });
      }
    }
    const busy = new Busy();
    const h = mount(busy);
    expect(h.leaks()).toEqual({ controls: 2, subscriptions: 3, tasks: 1, timers: 1 });
    expect(ticks$.observed).toBe(true);
    h.page.remove(busy);
    await h.flush();
    await h.advance(2000);
    expect(ends).toEqual(["own", "task"]);
    expect(ticks$.observed).toBe(false);
    expect(h.leaks()).toEqual({ controls: 1, subscriptions: 0, tasks: 0, timers: 0 });
  });

  test("an effect that is passed twice runs once, and ends", async () => {
    const ran: string[] = [];
    const source$ = new Subject<string>();
    const effect$ = source$.pipe(tap((value) => ran.push(value)));
    const text = new Text();
    text.effect(effect$);
    text.effect(effect$);
    const h = mount(text);
    source$.next("a");
    expect(ran).toEqual(["a"]);
    await h.unmount();
    expect(source$.observed).toBe(false);
  });

  test("a task's error is reported once, and the app need not catch it", async () => {
    const text = new Text();
    const h = mount(text);
    void text.runTask(async () => {
      throw new Error("task failed");
    });
    await expect(h.flush()).rejects.toThrow("task failed");
    await h.flush();
  });

  test("edit() sets only what the recipe changed", async () => {
    const text = new Text({ value: "a", style: { size: 12, color: "primary" } });
    const h = mount(text);
    h.takeOperations();
    text.edit((draft) => {
      draft.style = { ...draft.style, size: 20 };
    });
    await h.flush();
    expect(h.takeOperations()).toEqual([{ op: "replace", path: "/2/style/size", value: 20 }]);
    expect(() => ((text.style as { size: number }).size = 1)).toThrow(TypeError);
  });

  test("edit() does not change the children", async () => {
    const row = new Row({ controls: [new Text()] });
    const h = mount(row);
    row.edit((draft) => {
      draft.spacing = 5;
    });
    row.controls.push(new Text());
    await h.flush();
    expect([row.spacing, h.getAllByType(Text).length]).toEqual([5, 2]);
  });

  test("rebuild() replaces the previous result of build()", async () => {
    class Versioned extends Control {
      version = 1;
      override build() {
        return new Text({ value: `v${this.version}` });
      }
    }
    const versioned = new Versioned();
    const h = mount(versioned);
    versioned.version = 2;
    versioned.rebuild();
    await h.flush();
    expect(h.getByText("v2").isMounted).toBe(true);
    expect(h.queryByText("v1")).toBeUndefined();
  });
});
