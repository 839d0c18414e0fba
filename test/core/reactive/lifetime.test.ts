import { Button, Column, Control, type Page, Row, state, Text, TextField } from "runlet";
import { mount } from "runlet/testing";
import {
  asapScheduler,
  BehaviorSubject,
  exhaustMap,
  map,
  Observable,
  observeOn,
  of,
  ReplaySubject,
  range,
  Subject,
  shareReplay,
  throwError,
  timer,
} from "rxjs";
import { describe, expect, test, vi } from "vitest";

const nothing = { controls: 0, subscriptions: 0, tasks: 0, timers: 0 };

describe("a bound Observable and the mount of its control", () => {
  test("10,000 values at once are one update", async () => {
    const h = mount(() => {});
    h.takeOperations();
    h.page.add(new Text({ value: range(1, 10_000).pipe(map(String)) }));
    await h.flush();
    expect(h.takeOperations()).toHaveLength(2);
    expect(h.getByType(Text).value).toBe("10000");
  });

  test("mounting again subscribes again: a cold Observable starts from the beginning, a hot one continues", async () => {
    let starts = 0;
    const cold$ = new Observable<string>((subscriber) => subscriber.next(`start ${++starts}`));
    const hot$ = new BehaviorSubject("hot 1");
    const row = new Row({ controls: [new Text({ value: cold$ }), new Text({ value: hot$ })] });
    const h = mount(row);
    h.page.clean();
    await h.flush();
    expect(hot$.observed).toBe(false);
    hot$.next("hot 2");
    h.page.add(row);
    await h.flush();
    expect(h.getByText("start 2").isMounted).toBe(true);
    expect(h.getByText("hot 2").isMounted).toBe(true);
  });

  test("a shared source is unsubscribed with its last control", async () => {
    let isRunning = false;
    const source$ = new Observable<string>((subscriber) => {
      isRunning = true;
      subscriber.next("a");
      return () => {
        isRunning = false;
      };
    }).pipe(shareReplay({ bufferSize: 1, refCount: true }));
    const [one, two] = [new Text({ value: source$ }), new Text({ value: source$ })];
    const h = mount((page: Page) => page.add(one, two));
    h.page.remove(one);
    await h.flush();
    expect(isRunning).toBe(true);
    h.page.remove(two);
    await h.flush();
    expect(isRunning).toBe(false);
  });

  test("a value that is emitted during an unmount has no effect", async () => {
    const value$ = new BehaviorSubject("a");
    class Last extends Control {
      readonly text = new Text({ value: value$ });
      override build() {
        return this.text;
      }
      override willUnmount() {
        value$.next("from willUnmount");
      }
    }
    const last = new Last();
    const h = mount(last);
    const noisy = new Text({ value: new Observable<string>(() => () => value$.next("from a teardown")) });
    h.page.add(noisy);
    await h.flush();
    h.takeOperations();
    h.page.clean();
    await h.flush();
    expect(h.takeOperations()).toEqual([{ op: "remove", path: "/1/$slots" }]);
    expect(h.leaks()).toEqual({ ...nothing, controls: 1 });
  });

  test("a change to another control that is made while subscribing is part of the same update", async () => {
    const label = new Text();
    const value$ = new Observable<string>((subscriber) => {
      label.value = "subscribed";
      subscriber.next("a");
    });
    const h = mount((page: Page) => page.add(label));
    h.takeOperations();
    h.page.add(new Text({ value: value$ }));
    await h.flush();
    expect(h.getByText("subscribed")).toBe(label);
    expect(h.getByText("a").isMounted).toBe(true);
  });

  test("children that an Observable removes while its control mounts again are not mounted", async () => {
    const log: string[] = [];
    class Loud extends Control {
      override didMount() {
        log.push("mount");
      }
    }
    const rows$ = new BehaviorSubject<readonly Control[]>([new Row({ controls: [new Loud()] })]);
    const column = new Column({ controls: rows$ });
    const h = mount(column);
    h.page.clean();
    await h.flush();
    rows$.next([]);
    h.page.add(column);
    await h.flush();
    expect(log).toEqual(["mount"]);
    expect(h.leaks().controls).toBe(2);
  });

  test("a property set by the app during the first emission ends the binding", async () => {
    const text: Text = new Text();
    text.bind(
      "value",
      new Observable<string>((subscriber) => {
        text.value = "by hand";
        subscriber.next("late");
      }),
    );
    const h = mount(text);
    expect(text.value).toBe("by hand");
    expect(h.leaks().subscriptions).toBe(0);
  });
});

describe("the error or completion of an Observable", () => {
  test("keeps the last value; the error names the property and reaches page.onError", async () => {
    const onError = vi.fn();
    const value$ = new Subject<string>();
    const h = mount((page: Page) => {
      page.onError = onError;
      page.add(new Row({ controls: [new Text({ value: value$ })] }));
    });
    value$.next("last");
    value$.error(new Error("dry"));
    await h.flush();
    expect(h.getByText("last").isMounted).toBe(true);
    expect(onError.mock.calls[0]?.[0]).toMatchObject({
      error: { message: "dry" },
      where: { kind: "observable", name: "value", path: "Page > Row[0] > Text[0]" },
    });
    expect(h.leaks().subscriptions).toBe(0);
  });

  test("the next mount subscribes again", async () => {
    let tries = 0;
    const flaky$ = new Observable<string>((subscriber) => {
      if (++tries === 1) subscriber.error(new Error("first"));
      else subscriber.next("second");
    });
    const text = new Text({ value: flaky$ });
    const h = mount(text);
    await expect(h.flush()).rejects.toThrow("first");
    h.page.clean();
    await h.flush();
    h.page.add(text);
    await h.flush();
    expect(text.value).toBe("second");
  });

  test("an error in a teardown is reported, whenever the Observable ends, and other bindings continue", async () => {
    const bad = () => {
      throw new Error("teardown");
    };
    const ends = {
      atOnce: new Observable<string>((subscriber) => {
        subscriber.complete();
        return bad;
      }),
      later: new Observable<string>((subscriber) => {
        h.page.loop.schedule(() => subscriber.complete(), 10);
        return bad;
      }),
      unmount: new Observable<string>(() => bad),
    };
    const errors: string[] = [];
    const h = mount((page: Page) => {
      page.onError = ({ where }) => errors.push(`${where.kind} ${where.name} ${where.path}`);
    });
    for (const value$ of Object.values(ends)) h.page.add(new Text({ value: value$ }), new Text({ value: of("x") }));
    await h.flush();
    expect(errors).toEqual(["teardown value Page > Text[0]"]);
    await h.advance(10);
    expect(errors).toHaveLength(2);
    h.page.clean();
    await h.flush();
    expect(errors).toHaveLength(3);
    expect(new Set(errors.map((where) => where.split(" ")[0]))).toEqual(new Set(["teardown"]));
    await h.unmount();
    expect(h.leaks()).toEqual(nothing);
  });

  test("an error in work on page.loop is reported, and later work runs", async () => {
    const h = mount(() => {});
    const runs: number[] = [];
    h.page.loop.schedule(() => {
      throw new Error("on the loop");
    }, 5);
    h.page.loop.schedule(() => runs.push(h.page.now()), 6);
    await expect(h.advance(10)).rejects.toThrow("on the loop");
    expect([runs, h.leaks().timers]).toEqual([[6], 0]);
  });
});

describe("bind()", () => {
  test("works in the constructor, in build(), before and after mounting, and repeatedly", async () => {
    const [a, b, c] = [new BehaviorSubject(true), new BehaviorSubject(1), new BehaviorSubject("a")];
    class Bound extends Column {
      constructor() {
        super();
        this.bind("visible", a);
      }
      override build() {
        this.bind("spacing", b);
        this.bind("tooltip", c);
      }
    }
    const bound = new Bound();
    const h = mount(bound);
    b.next(2);
    bound.bind("tooltip", of("other"));
    expect([bound.visible, bound.spacing, bound.tooltip, c.observed]).toEqual([true, 2, "other", false]);
    h.page.clean();
    await h.flush();
    bound.bind("spacing", of(9));
    expect([a.observed, b.observed, bound.spacing]).toEqual([false, false, 2]);
    h.page.add(bound);
    await h.flush();
    expect([a.observed, b.observed, bound.spacing]).toEqual([true, false, 9]);
    expect(() => bound.bind("update" as never, of(1) as never)).toThrow("no such property");
  });
});

describe("events()", () => {
  test("with exhaustMap, one click is handled at a time; a result after the unmount has no effect", async () => {
    const saved: number[] = [];
    const ready: (() => void)[] = [];
    class Save extends Control {
      readonly #button = new Button({ content: "Save" });
      override build() {
        const save = () => new Promise<number>((resolve) => ready.push(() => resolve(ready.length)));
        this.effect(
          this.#button.events("click").pipe(
            exhaustMap(save),
            map((id) => saved.push(id)),
          ),
        );
        return this.#button;
      }
    }
    const save = new Save();
    const h = mount(save);
    const button = h.getByType(Button);
    await h.fire(button, "click");
    await h.fire(button, "click");
    expect(ready).toHaveLength(1);
    ready[0]?.();
    await h.flush();
    await h.fire(button, "click");
    expect([saved, ready.length]).toEqual([[1], 2]);
    h.page.remove(save);
    await h.flush();
    ready[1]?.();
    await h.flush();
    expect(saved).toEqual([1]);
    expect(h.leaks()).toEqual({ ...nothing, controls: 1 });
  });
});

describe("changes()", () => {
  test("emits values of the app and of the client, and values of slots, until it is unsubscribed", async () => {
    const field = new TextField();
    const row = new Row({ controls: [field] });
    const h = mount(row);
    const seen: unknown[] = [];
    const subscription = field.changes("value").subscribe((value) => seen.push(value));
    subscription.add(row.changes("controls").subscribe((controls) => seen.push(controls.length)));
    field.value = "app";
    await h.flush();
    await h.write(field, { value: "person" });
    row.controls.push(new Text());
    expect(seen).toEqual(["app", "person", 2]);
    subscription.unsubscribe();
    field.value = "x";
    expect(seen).toHaveLength(3);
  });

  test("a subscriber may set the property again, and the last value is shown", async () => {
    const field = new TextField();
    const h = mount(field);
    field.changes("value").subscribe((value) => {
      field.value = value.trim();
    });
    await h.write(field, { value: "  a " });
    expect(h.tree()).toMatchObject({ controls: [{ value: "a" }] });
  });
});

describe("effect()", () => {
  test("called in didMount(), ends at the unmount, and runs only once after the next mount", async () => {
    const ticks$ = new Subject<void>();
    let seen = 0;
    class Busy extends Control {
      override didMount() {
        this.effect(ticks$.pipe(map(() => seen++)));
      }
    }
    const busy = new Busy();
    const h = mount(busy);
    for (let i = 0; i < 3; i++) {
      h.page.clean();
      await h.flush();
      expect(ticks$.observed).toBe(false);
      h.page.add(busy);
      await h.flush();
    }
    ticks$.next();
    expect(seen).toBe(1);
  });

  test("on the page, ends with the page, and its error is reported", async () => {
    const ticks$ = new Subject<void>();
    const h = mount((page: Page) => page.effect(ticks$));
    expect(ticks$.observed).toBe(true);
    ticks$.error(new Error("no more ticks"));
    await expect(h.flush()).rejects.toThrow("no more ticks");
    await h.unmount();
    expect(h.leaks()).toEqual(nothing);
  });

  test("reports an error that is emitted while subscribing", async () => {
    const h = mount((page: Page) => page.effect(throwError(() => new Error("at once"))));
    await expect(h.flush()).rejects.toThrow("at once");
  });
});

test("mounting and unmounting 2,000 times leaves nothing alive", async () => {
  const [name, hot$, replay$] = [state("a"), new Subject<string>(), new ReplaySubject<boolean>(1)];
  replay$.next(true);
  class Busy extends Control {
    readonly #button = new Button();
    constructor() {
      super();
      this.effect(hot$);
    }
    override build() {
      this.effect(this.#button.events("click").pipe(observeOn(asapScheduler)));
      return [new TextField({ value: name, visible: replay$ }), new Text({ value: hot$ }), this.#button];
    }
    override didMount() {
      this.own(this.changes("visible").subscribe());
      this.effect(timer(0, 1000, this.page.loop));
      void this.runTask(() => this.sleep(1000));
    }
  }
  const busy = new Busy();
  const h = mount(() => {});
  for (let i = 0; i < 2000; i++) {
    h.page.add(busy);
    h.page.update();
    h.page.clean();
    h.page.update();
  }
  await h.flush();
  expect(h.leaks()).toEqual({ ...nothing, controls: 1 });
  expect([hot$.observed, replay$.observed]).toEqual([false, false]);
});
