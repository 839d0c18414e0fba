import { Column, Control, each, type Page, Row, RunletError, type State, state, Text } from "runlet";
import { mount } from "runlet/testing";
import { combineLatest, map, type Observable, Subject } from "rxjs";
import { beforeEach, describe, expect, test } from "vitest";

interface Item {
  readonly id: string;
  readonly label: string;
}
const items = (...ids: string[]): Item[] => ids.map((id) => ({ id, label: id.toUpperCase() }));

const log: string[] = [];
beforeEach(() => {
  log.length = 0;
});

/** A row with its own state, which logs its hooks. */
class Line extends Control {
  clicks = 0;
  readonly item$: Observable<Item>;
  constructor(item$: Observable<Item>) {
    super();
    this.item$ = item$;
  }
  override build() {
    log.push("build");
    return new Text({ value: this.item$.pipe(map(({ label }) => label)) });
  }
  override didMount() {
    log.push("mount");
  }
  override willUnmount() {
    log.push("unmount");
  }
}

function lines(list: Observable<readonly Item[]>) {
  const made: string[] = [];
  const column = new Column({
    controls: each(
      list,
      ({ id }) => id,
      (item$, key) => {
        made.push(String(key));
        return new Line(item$);
      },
    ),
  });
  return { column, made };
}

describe("each()", () => {
  test("makes one control for each key, and keeps it", async () => {
    const list = state(items("a", "b", "c"));
    const { column, made } = lines(list);
    const h = mount(column);
    const [a, b, c] = column.controls as Control[] as [Line, Line, Line];
    b.clicks = 7;
    log.length = 0;
    h.takeOperations();
    list.set([...list.value.toReversed(), ...items("d")]);
    await h.flush();
    expect(made).toEqual(["a", "b", "c", "d"]);
    expect(column.controls.slice(0, 3)).toEqual([c, b, a]);
    expect((column.controls[1] as Line).clicks).toBe(7);
    expect(log).toEqual(["build", "mount"]);
    expect(h.getAllByType(Text).map(({ value }) => value)).toEqual(["C", "B", "A", "D"]);
  });

  test("the Observable of an item emits only when that item changes", async () => {
    const list = state(items("a", "b"));
    const { column } = lines(list);
    const h = mount(column);
    const seen: string[] = [];
    (column.controls[0] as Line).item$.subscribe(({ label }) => seen.push(label));
    h.takeOperations();
    list.update((draft) => {
      draft[1]!.label = "Bee";
    });
    await h.flush();
    expect(seen).toEqual(["A"]);
    expect(h.takeOperations()).toEqual([{ op: "replace", path: expect.stringMatching(/value$/), value: "Bee" }]);
  });

  test("removing a key completes its Observable and unmounts its control; a key that returns gets a new control", async () => {
    const list = state(items("a", "b"));
    const { column, made } = lines(list);
    const h = mount(column);
    const gone = column.controls[0] as Line;
    let isComplete = false;
    gone.item$.subscribe({ complete: () => (isComplete = true) });
    log.length = 0;
    list.set(items("b"));
    await h.flush();
    expect([isComplete, gone.isMounted, log]).toEqual([true, false, ["unmount"]]);
    list.set(items("a", "b"));
    await h.flush();
    expect(made).toEqual(["a", "b", "a"]);
    expect(column.controls[0]).not.toBe(gone);
  });

  test("of two items with the same key, only the first is shown, and the error is reported once", async () => {
    const list = state(items("a", "b"));
    const { column } = lines(list);
    const h = mount(column);
    list.set(items("a", "b", "a"));
    const error = await h.flush().then(
      () => undefined,
      (thrown: RunletError) => thrown,
    );
    expect(error).toBeInstanceOf(RunletError);
    expect(error?.code).toBe("duplicate-key");
    expect(error?.message).toContain('Page > Column[0].controls: each() was given two items with the key "a"');
    expect(column.controls).toHaveLength(2);
    list.set(items("a", "b", "a", "c"));
    await h.flush();
    expect(column.controls).toHaveLength(3);
    list.set(items("c"));
    list.set(items("c", "c"));
    await expect(h.flush()).rejects.toThrow('the key "c"');
  });

  test("an error for one item leaves out only that item", async () => {
    const list = state(items("a", "bad"));
    const column = new Column({
      controls: each(
        list,
        ({ id }) => id,
        (_, key) => {
          if (key === "bad") throw new Error("no such row");
          return new Text({ value: String(key) });
        },
      ),
    });
    const h = mount(column);
    await expect(h.flush()).rejects.toThrow("no such row");
    expect(column.controls).toHaveLength(1);
    list.set(items("a", "b"));
    await h.flush();
    expect(column.controls).toHaveLength(2);
  });

  test("an error in key() is reported, and later lists are shown", async () => {
    const list = state<readonly (Item | null)[]>(items("a"));
    const column = new Column({
      controls: each(
        list,
        (item) => item!.id,
        () => new Text(),
      ),
    });
    const h = mount(column);
    list.set([null]);
    await expect(h.flush()).rejects.toThrow(TypeError);
    list.set(items("a", "b"));
    await h.flush();
    expect(column.controls).toHaveLength(2);
  });

  test("mounting again keeps the controls of keys that are still in the list, without build()", async () => {
    const list = state(items("a", "b"));
    const { column, made } = lines(list);
    const h = mount(column);
    const [, b] = column.controls;
    h.page.clean();
    await h.flush();
    log.length = 0;
    list.set([{ id: "b", label: "Bee" }, ...items("c")]);
    h.page.add(column);
    await h.flush();
    expect(made).toEqual(["a", "b", "c"]);
    expect(column.controls[0]).toBe(b);
    expect(log).toEqual(["build", "mount", "mount"]);
    expect(h.getByText("Bee").isMounted).toBe(true);
    expect(h.queryByText("A")).toBeUndefined();
    await h.unmount();
    expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  });

  test("one Observable in two places makes two sets of controls", async () => {
    const list = state(items("a"));
    const rows$ = each(
      list,
      ({ id }) => id,
      () => new Text(),
    );
    const [one, two] = [new Row({ controls: rows$ }), new Row({ controls: rows$ })];
    const h = mount((page: Page) => page.add(one, two));
    await h.flush();
    expect(one.controls[0]).not.toBe(two.controls[0]);
    expect([one.controls.length, two.controls.length]).toEqual([1, 1]);
  });

  test("one Observable combined with itself makes two controls for each key, also after mounting again", async () => {
    const list = state(items("a"));
    const rows$ = each(
      list,
      ({ id }) => id,
      () => new Text(),
    );
    const column = new Column({
      controls: combineLatest([rows$, rows$]).pipe(map(([one, two]) => [...one, ...two])),
    });
    const h = mount(column);
    h.page.clean();
    await h.flush();
    h.page.add(column);
    await h.flush();
    expect(new Set(column.controls).size).toBe(2);
  });

  test("one Observable on the pages of two sessions shares no control", async () => {
    const list = state(items("a"));
    const rows$ = each(
      list,
      ({ id }) => id,
      () => new Text(),
    );
    const [one, two] = [new Row({ controls: rows$ }), new Row({ controls: rows$ })];
    const first = mount(one);
    const [text] = one.controls;
    await first.unmount();
    mount(two);
    expect(two.controls[0]).not.toBe(text);
  });

  test("a new list that is emitted while the previous one is being applied wins", async () => {
    const list: State<Item[]> = state(items("a", "b"));
    const source$ = new Subject<Item[]>();
    const column = new Column({
      controls: each(
        source$,
        ({ id }) => id,
        (item$) => new Text({ value: item$.pipe(map(({ label }) => label)) }),
      ),
    });
    const h = mount(column);
    source$.next(list.value);
    await h.flush();
    (column.controls[0] as Text).changes("value").subscribe((label) => {
      if (label === "x") source$.next(items("b"));
    });
    source$.next([{ id: "a", label: "x" }, ...items("b", "c")]);
    await h.flush();
    expect(column.controls.map(({ key }) => key)).toEqual(["b"]);
  });

  test("works in a pipe, and when the app subscribes to it", async () => {
    const list = state(items("a"));
    const rows$ = each(
      list,
      ({ id }) => id,
      () => new Text({ value: "row" }),
    );
    const h = mount(new Column({ controls: rows$.pipe(map((rows) => [new Text({ key: "title" }), ...rows])) }));
    const [title, row] = h.getByType(Column).controls;
    list.set(items("b", "a"));
    await h.flush();
    expect(h.getByType(Column).controls[0]).toBe(title);
    expect(h.getByType(Column).controls[2]).toBe(row);
    const errors: unknown[] = [];
    rows$.subscribe({ error: (error: unknown) => errors.push(error) });
    list.set(items("b", "b"));
    expect((errors[0] as RunletError).code).toBe("duplicate-key");
    h.takeErrors();
  });

  test("thousands of rows cost one pass", async () => {
    const many = Array.from({ length: 20_000 }, (_, id) => ({ id, label: `${id}` }));
    const list = state<readonly { id: number; label: string }[]>(many);
    let keys = 0;
    const rows$ = each(
      list,
      ({ id }) => {
        keys++;
        return id;
      },
      () => new Text(),
    );
    let emissions = 0;
    const subscription = rows$.subscribe(() => emissions++);
    keys = 0;
    list.set([...many.slice(1), { id: 0, label: "last" }]);
    expect([keys, emissions]).toEqual([20_000, 2]);
    // Only items changed. The list of controls is the same, so nothing is emitted.
    list.set(list.value.map((item) => ({ ...item })));
    expect(emissions).toBe(2);
    subscription.unsubscribe();
  });
});
