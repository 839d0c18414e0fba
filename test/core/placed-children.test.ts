import { Column, Control, Divider, each, state, Text, TextField } from "runlet";
import { mount } from "runlet/testing";
import { Subject } from "rxjs";
import { expect, test } from "vitest";
import { Frame } from "./frame.ts";

test("controls given to a composed control are placed by it, checked, bound and reset", async () => {
  const items = state([1, 2, 3]);
  const texts = each(
    items,
    (n) => n,
    (_, n) => new Text({ value: `row ${n}` }),
  );
  const frame = new Frame({ children: texts, action: new Text({ value: "action" }) });
  const h = mount((page) => page.add(frame));
  const shown = () => h.queryAllByType(Text).map(({ value }) => value);
  expect(shown()).toEqual(["row 1", "row 2", "row 3", "action"]);
  const kept = h.getByText("row 3");
  items.set([3, 1]);
  await h.flush();
  expect(shown()).toEqual(["row 3", "row 1", "action"]);
  expect(h.getByText("row 3")).toBe(kept);
  expect(h.print()).toContain('Frame action="Text" children=["Text","Text"]');

  frame.children = [...frame.children, new Text({ value: "own" })];
  frame.reset("action");
  await h.flush();
  expect(shown()).toEqual(["row 3", "row 1", "own"]);
  expect(h.getByType(Divider).isMounted).toBe(true);
  frame.reset("children");
  await h.flush();
  expect(shown()).toEqual([]);
  expect(() => void (frame.children = ["x"] as never)).toThrow("Frame[0].children[0] must be a control");
  expect(() => new Frame({ action: "x" as never })).toThrow("Frame.action must be a control or null");
  await h.unmount();
});

test("rebuild() keeps the controls that are given to a composed control, also inside another one", async () => {
  class Form extends Control {
    step = 1;
    override build() {
      const action = new Frame({ children: [new Text({ value: `step ${this.step}` })] });
      return new Frame({ children: [new TextField({ label: "Name" })], action });
    }
  }
  const form = new Form();
  const h = mount((page) => page.add(form));
  const [field, text] = [h.getByType(TextField), h.getByText("step 1")];
  await h.type(field, "Ann");
  form.step = 2;
  form.rebuild();
  await h.flush();
  expect(h.getByType(TextField)).toBe(field);
  expect(field.value).toBe("Ann");
  expect(h.getByText("step 2")).toBe(text);
  await h.unmount();
});

test("a stream of new controls with the same key keeps those that a composed control has placed", async () => {
  const children$ = new Subject<Control[]>();
  const h = mount((page) => page.add(new Frame({ children: children$ })));
  const make = (hint: string) => [
    new Column({ key: "box", controls: [new TextField({ label: "Name", hintText: hint })] }),
  ];
  children$.next(make("a"));
  await h.flush();
  const field = h.getByType(TextField);
  children$.next(make("b"));
  await h.flush();
  expect(h.getByType(TextField)).toBe(field);
  expect(field.hintText).toBe("b");
  await h.unmount();
});
