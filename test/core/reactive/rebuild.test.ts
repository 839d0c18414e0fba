import { Column, Container, Control, each, FilledButton, Row, state, Text, TextField } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { map, type Observable, Subject } from "rxjs";
import { expect, test } from "vitest";

/** Shows the controls that a function returns. A rebuild calls the function again. */
class View extends Control {
  make: () => Control | readonly Control[] | void;
  constructor(make: () => Control | readonly Control[] | void) {
    super();
    this.make = make;
  }
  override build() {
    return this.make();
  }
}

async function again(h: Harness, view: View): Promise<void> {
  h.takeOperations();
  view.rebuild();
  await h.flush();
}

test("sends only the differences", async () => {
  let count = 1;
  const view = new View(() => [
    new Text({ value: `count ${count}` }),
    new Row({ controls: [new FilledButton({ content: "More", onClick: () => void count++ })] }),
  ]);
  const h = mount(view);
  await again(h, view);
  expect(h.takeOperations()).toEqual([]);
  await h.fire(h.getByType(FilledButton), "click");
  await again(h, view);
  expect(h.takeOperations()).toEqual([{ op: "replace", path: expect.stringMatching(/value$/), value: "count 2" }]);
});

test("keeps what the person entered, and the new handlers see the new state", async () => {
  const sent: string[] = [];
  let version = 1;
  const view = new View(() => {
    const mine = version;
    const field = new TextField({ label: "Name" });
    return [field, new FilledButton({ content: "Send", onClick: () => void sent.push(`${mine} ${field.value}`) })];
  });
  const h = mount(view);
  const field = h.getByType(TextField);
  await h.write(field, { value: "Ann" });
  version = 2;
  await again(h, view);
  expect([h.getByType(TextField), field.value]).toEqual([field, "Ann"]);
  await h.write(field, { value: "Bob" });
  await h.fire(h.getByType(FilledButton), "click");
  expect(sent).toEqual(["2 Bob"]);
});

test("a control that is inserted or removed between others leaves them in place", async () => {
  let hasError = false;
  const view = new View(() => [
    new Text({ value: "title" }),
    ...(hasError ? [new Container({ content: new Text({ value: "wrong" }) })] : []),
    new TextField(),
  ]);
  const h = mount(view);
  const [title, field] = [h.getByText("title"), h.getByType(TextField)];
  for (hasError of [true, false, true]) {
    await again(h, view);
    expect([h.getByText("title"), h.getByType(TextField)]).toEqual([title, field]);
    expect(h.queryByText("wrong") !== undefined).toBe(hasError);
  }
});

test("controls that the app keeps in fields are shown as they are, not matched", async () => {
  const [label, editor] = [new Row({ tooltip: "label" }), new Row({ tooltip: "editor" })];
  let isEditing = false;
  const view = new View(() => (isEditing ? editor : label));
  const h = mount(view);
  for (isEditing of [true, false, true]) {
    await again(h, view);
    expect(h.getByType(Row)).toBe(isEditing ? editor : label);
  }
  expect([label.tooltip, editor.tooltip]).toEqual(["label", "editor"]);
});

test("a subclass with fields of its own is replaced if it has no key, and kept if it has one", async () => {
  class Countdown extends Control {
    readonly from: number;
    constructor(from: number, key?: string) {
      super(key === undefined ? {} : { key });
      this.from = from;
    }
    override build() {
      return new Text({ value: `from ${this.from}` });
    }
  }
  let from = 60;
  const view = new View(() => [new Countdown(from), new Countdown(from, "kept")]);
  const h = mount(view);
  const kept = h.getByKey("kept");
  from = 30;
  await again(h, view);
  expect(h.getByText("from 30").isMounted).toBe(true);
  expect(h.getByKey("kept")).toBe(kept);
  expect(h.getByText("from 60").parent).toBe(kept);
});

test("the result of build() may change from one control to a list, back, and to nothing", async () => {
  let result: () => Control | readonly Control[] | void = () => new Text({ value: "a" });
  const view = new View(() => result());
  const h = mount(view);
  const text = h.getByText("a");
  result = () => [new Text({ value: "a" }), new Text({ value: "b" })];
  await again(h, view);
  expect(h.getByText("a")).toBe(text);
  result = () => new Text({ value: "c" });
  await again(h, view);
  expect(h.getByText("c")).toBe(text);
  result = () => {};
  await again(h, view);
  expect(h.queryByText("c")).toBeUndefined();
});

test("each() in build(): rows of built-in controls are kept and updated; rows with fields of their own are replaced", async () => {
  const items = state([{ id: 1, label: "a" }]);
  class Line extends Control {
    readonly item$: Observable<{ label: string }>;
    constructor(item$: Observable<{ label: string }>) {
      super();
      this.item$ = item$;
    }
    override build() {
      return new Text({ value: this.item$.pipe(map(({ label }) => `line ${label}`)) });
    }
  }
  const view = new View(() => [
    new Column({
      controls: each(
        items,
        ({ id }) => id,
        (item$) => new Text({ value: item$.pipe(map(({ label }) => label)) }),
      ),
    }),
    new Column({
      controls: each(
        items,
        ({ id }) => id,
        (item$) => new Line(item$),
      ),
    }),
  ]);
  const h = mount(view);
  const text = h.getByText("a");
  const { subscriptions } = h.leaks();
  await again(h, view);
  expect(h.getByText("a")).toBe(text);
  items.update((draft) => {
    draft[0]!.label = "b";
  });
  await h.flush();
  expect([h.getByText("b"), h.getByText("line b").isMounted]).toEqual([text, true]);
  for (let i = 0; i < 10; i++) await again(h, view);
  expect(h.leaks().subscriptions).toBe(subscriptions);
});

test("effects of the previous build() end; those of the constructor continue", async () => {
  const [made$, built$] = [new Subject<void>(), new Subject<void>()];
  const seen: string[] = [];
  class Busy extends Control {
    constructor() {
      super();
      this.effect(made$.pipe(map(() => seen.push("made"))));
    }
    override build() {
      this.effect(built$.pipe(map(() => seen.push("built"))));
    }
  }
  const busy = new Busy();
  const h = mount(busy);
  busy.rebuild();
  busy.rebuild();
  made$.next();
  built$.next();
  expect(seen).toEqual(["made", "built"]);
  h.page.clean();
  await h.flush();
  h.page.add(busy);
  await h.flush();
  made$.next();
  built$.next();
  expect(seen).toEqual(["made", "built", "made", "built"]);
});

test("after a build() that throws, the next build() shows the previous controls again", async () => {
  let isBroken = false;
  const view = new View(() => {
    if (isBroken) throw new Error("broken");
    return new TextField({ label: "Name" });
  });
  const h = mount(view);
  const field = h.getByType(TextField);
  isBroken = true;
  view.rebuild();
  await expect(h.flush()).rejects.toThrow("broken");
  isBroken = false;
  await again(h, view);
  expect(h.getByType(TextField)).toBe(field);
});
