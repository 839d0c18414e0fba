import { Button, Column, Container, Control, type Page, Row, Text, TextField } from "runlet";
import { mount } from "runlet/testing";
import { BehaviorSubject, map, Observable, Subject } from "rxjs";
import { beforeEach, describe, expect, test, vi } from "vitest";

const log: string[] = [];
beforeEach(() => {
  log.length = 0;
});

/** A control with its own state, which logs its hooks. */
class Card extends Control {
  clicks = 0;
  constructor(key: string, tooltip?: string) {
    super({ key, ...(tooltip !== undefined && { tooltip }) });
  }
  override build() {
    log.push(`build ${this.key}`);
    return new Text({ value: `card ${this.key}` });
  }
  override didMount() {
    log.push(`mount ${this.key}`);
  }
  override willUnmount() {
    log.push(`unmount ${this.key}`);
  }
}

describe("a slot bound to an Observable of new controls", () => {
  test("keeps controls with the same class and key; only new controls mount, and only removed ones unmount", async () => {
    const keys$ = new BehaviorSubject(["a", "b"]);
    const row = new Row({ controls: keys$.pipe(map((keys) => keys.map((key) => new Card(key)))) });
    const h = mount(row);
    const [a, b] = row.controls as Control[] as [Card, Card];
    const { id } = b;
    b.clicks = 3;
    log.length = 0;
    h.takeOperations();
    keys$.next(["b", "c", "a"]);
    await h.flush();
    expect([row.controls[0], row.controls[2]]).toEqual([b, a]);
    expect([b.clicks, b.id, b.isMounted]).toEqual([3, id, true]);
    expect(log).toEqual(["build c", "mount c"]);
    expect(h.takeOperations().some(({ path }) => path === `/${id}`)).toBe(false);
    keys$.next(["c"]);
    await h.flush();
    expect(log.slice(2).toSorted()).toEqual(["unmount a", "unmount b"]);
  });

  test("copies properties, handlers, bindings and data; properties that the new control does not set go back to defaults", async () => {
    const first = vi.fn();
    const second = vi.fn();
    const live$ = new BehaviorSubject("live");
    const rows$ = new BehaviorSubject<readonly Control[]>([
      new Text({ key: 1, value: "a", italic: true, size: 20, onTap: first, data: "old" }),
    ]);
    const row = new Row({ controls: rows$ });
    const h = mount(row);
    const [text] = row.controls as Control[] as [Text];
    h.takeOperations();
    rows$.next([new Text({ key: 1, value: live$, size: 20, onTap: second, data: "new" })]);
    await h.flush();
    expect(row.controls).toEqual([text]);
    expect([text.value, text.italic, text.data]).toEqual(["live", false, "new"]);
    expect(h.takeOperations().toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { op: "remove", path: `/${text.id}/italic` },
      { op: "replace", path: `/${text.id}/value`, value: "live" },
    ]);
    await h.fire(text, "tap");
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
    live$.next("on");
    await h.flush();
    expect(text.value).toBe("on");
    rows$.next([new Text({ key: 1, value: "still" })]);
    await h.flush();
    expect([text.value, live$.observed, text.onTap]).toEqual(["still", false, undefined]);
  });

  test("matches children by key and by position", async () => {
    const labels$ = new BehaviorSubject(["a", "b"]);
    const make = (labels: string[]) => [
      new Column({
        key: "list",
        controls: [
          new Text({ value: `${labels.length} items` }),
          new TextField({ label: "Search" }),
          ...labels.map((label) => new Container({ key: label, content: new Text({ value: label }) })),
        ],
      }),
    ];
    const row = new Row({ controls: labels$.pipe(map(make)) });
    const h = mount(row);
    const field = h.getByType(TextField);
    const b = h.getByText("b");
    await h.write(field, { value: "typed" });
    h.takeOperations();
    labels$.next(["b", "c"]);
    await h.flush();
    expect([h.getByType(TextField), field.value]).toEqual([field, "typed"]);
    expect(h.getByText("b")).toBe(b);
    expect(h.getByText("2 items").isMounted).toBe(true);
    expect(h.takeOperations().filter(({ op }) => op === "add" || op === "replace").length).toBeLessThanOrEqual(3);
    await h.unmount();
    expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  });

  test("mounts a control with another class or key; the keys 1 and '1' differ", async () => {
    const slot$ = new BehaviorSubject<Control>(new Text({ key: 1 }));
    const container = new Container({ content: slot$ });
    const h = mount(container);
    const was = container.content;
    slot$.next(new Text({ key: "1" }));
    expect(container.content).not.toBe(was);
    const field = new TextField({ key: "1" });
    slot$.next(field);
    await h.flush();
    expect(container.content).toBe(field);
  });

  test("without keys, shows the emitted controls themselves, so the app may emit them again", async () => {
    const [on, off] = [new Text({ value: "on" }), new Text({ value: "off" })];
    const isOn$ = new BehaviorSubject(true);
    const container = new Container({ content: isOn$.pipe(map((isOn) => (isOn ? on : off))) });
    const h = mount(container);
    for (const isOn of [false, true, false]) {
      isOn$.next(isOn);
      await h.flush();
      expect(container.content).toBe(isOn ? on : off);
    }
    expect([on.value, off.value]).toEqual(["on", "off"]);
  });

  test("a new control that was matched acts as an alias of the control that was kept", async () => {
    const rows$ = new Subject<readonly Control[]>();
    const row = new Row({ controls: rows$ });
    const h = mount(row);
    const first = new Text({ key: "a", value: "1" });
    rows$.next([first]);
    await h.flush();
    const second = new Text({ key: "a", value: "2" });
    rows$.next([second]);
    await h.flush();
    second.value = "3";
    await h.flush();
    expect([first.value, second.value, second.id === first.id, second.isMounted]).toEqual(["3", "3", true, true]);
    expect(h.tree()).toMatchObject({ controls: [{ controls: [{ value: "3" }] }] });
    rows$.next([second]);
    await h.flush();
    expect(row.controls).toEqual([first]);
    h.page.add(second);
    await expect(h.flush()).rejects.toThrow("already on the page");
  });

  test("several emissions before a flush keep all controls of the last one", async () => {
    const keys$ = new BehaviorSubject(["a", "b"]);
    const row = new Row({ controls: keys$.pipe(map((keys) => keys.map((key) => new Card(key)))) });
    const h = mount(row);
    const before = [...row.controls];
    log.length = 0;
    h.takeOperations();
    keys$.next([]);
    keys$.next(["a", "b"]);
    await h.flush();
    expect([...row.controls]).toEqual(before);
    expect([log, h.takeOperations()]).toEqual([[], []]);
  });

  test("mounting again applies the new emission to the kept control, without build()", async () => {
    const tooltip$ = new BehaviorSubject("1");
    const row = new Row({ controls: tooltip$.pipe(map((tooltip) => [new Card("a", tooltip)])) });
    const h = mount(row);
    const [card] = row.controls;
    h.page.clean();
    await h.flush();
    tooltip$.next("2");
    h.page.add(row);
    await h.flush();
    expect([row.controls[0], card?.tooltip]).toEqual([card, "2"]);
    expect(log).toEqual(["build a", "mount a", "unmount a", "mount a"]);
  });

  test("a wrong value is rejected as a whole", async () => {
    const rows$ = new BehaviorSubject<readonly unknown[]>([new Text({ key: "a", value: "1" })]);
    const row = new Row({ controls: rows$ as never });
    const h = mount(row);
    rows$.next([new Text({ key: "a", value: "2" }), "b"]);
    await expect(h.flush()).rejects.toThrow("Page > Row[0].controls[1] must be a control");
    expect((row.controls[0] as Text).value).toBe("1");
  });

  test("the same Observable is not subscribed again; setting the same plain value ends the binding", async () => {
    let starts = 0;
    const value$ = new Observable<string>((subscriber) => subscriber.next(`start ${++starts}`));
    const rows$ = new BehaviorSubject<readonly Control[]>([new Text({ key: 1, value: value$ })]);
    const row = new Row({ controls: rows$ });
    const h = mount(row);
    rows$.next([new Text({ key: 1, value: value$ })]);
    await h.flush();
    expect([starts, (row.controls[0] as Text).value]).toEqual([1, "start 1"]);
    rows$.next([new Text({ key: 1, value: "start 1" })]);
    await h.flush();
    expect([starts, h.leaks().subscriptions]).toEqual([1, 1]);
  });

  test("of two new controls with one key, the first is matched, and the second mounts", async () => {
    const rows$ = new BehaviorSubject<readonly Control[]>([new Text({ key: "a", value: "1" })]);
    const row = new Row({ controls: rows$ });
    const h = mount(row);
    const [kept] = row.controls;
    const twin = new Text({ key: "a", value: "3" });
    rows$.next([new Text({ key: "a", value: "2" }), twin]);
    await h.flush();
    expect(row.controls).toEqual([kept, twin]);
    expect(h.getByText("2")).toBe(kept);
  });

  test("a new control with a subscriber of events() replaces the old one", async () => {
    const rows$ = new BehaviorSubject<readonly Control[]>([new Button({ key: "a" })]);
    const row = new Row({ controls: rows$ });
    const h = mount(row);
    const received = new Button({ key: "a" });
    const clicks: unknown[] = [];
    received.events("click").subscribe((event) => clicks.push(event));
    rows$.next([received]);
    await h.flush();
    await h.fire(row.controls[0] as Button, "click");
    expect(clicks).toHaveLength(1);
  });

  test("didReceive() copies private fields of the new control", async () => {
    class Price extends Control {
      #amount: number;
      readonly #text = new Text();
      constructor(amount: number) {
        super({ key: "price" });
        this.#amount = amount;
      }
      override build() {
        this.#show();
        return this.#text;
      }
      override didReceive(next: this) {
        this.#amount = next.#amount;
        this.#show();
      }
      #show() {
        this.#text.value = `${this.#amount} €`;
      }
    }
    const amount$ = new BehaviorSubject(1);
    const container = new Container({ content: amount$.pipe(map((amount) => new Price(amount))) });
    const h = mount(container);
    const price = container.content;
    amount$.next(2);
    await h.flush();
    expect(container.content).toBe(price);
    expect(h.getByText("2 €").isMounted).toBe(true);
  });

  test("thousands of rows are matched in one pass", async () => {
    const from$ = new BehaviorSubject(0);
    const make = (from: number) =>
      Array.from({ length: 3000 }, (_, index) => new Text({ key: from + index, value: `${from + index}` }));
    const column = new Column({ controls: from$.pipe(map(make)) });
    const h = mount((page: Page) => page.add(column));
    const [, second] = column.controls;
    h.takeOperations();
    from$.next(1);
    await h.flush();
    expect(column.controls[0]).toBe(second);
    expect(h.takeOperations().length).toBeLessThanOrEqual(3);
  });
});
