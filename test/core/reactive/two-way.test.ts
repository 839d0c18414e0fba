import { Checkbox, type Page, state, Text, TextField } from "runlet";
import { mount } from "runlet/testing";
import { BehaviorSubject } from "rxjs";
import { expect, test } from "vitest";

test("a state receives what the person enters, before the event, and nothing is echoed", async () => {
  const name = state("Ann");
  const seen: string[] = [];
  const field = new TextField({ value: name, onChange: () => void seen.push(name.value) });
  const h = mount((page: Page) => page.add(field, new Text({ value: name })));
  h.takeOperations();
  await h.write(field, { value: "Bob" });
  await h.fire(field, "change", "Bob");
  expect([name.value, seen]).toEqual(["Bob", ["Bob"]]);
  expect(h.takeOperations()).toEqual([{ op: "replace", path: "/3/value", value: "Bob" }]);
});

test("two fields of one state show the same value", async () => {
  const name = state("");
  const [a, b] = [new TextField({ value: name }), new TextField()];
  b.bind("value", name);
  const h = mount((page: Page) => page.add(a, b));
  h.takeOperations();
  await h.write(a, { value: "x" });
  expect(h.takeOperations()).toEqual([{ op: "add", path: "/3/value", value: "x" }]);
  await h.write(b, { value: "xy" });
  expect(h.takeOperations()).toEqual([{ op: "replace", path: "/2/value", value: "xy" }]);
  expect([a.value, b.value, name.value]).toEqual(["xy", "xy", "xy"]);
});

test("a value that the app sets in response to input is sent", async () => {
  const name = state("");
  const field = new TextField({ value: name });
  const h = mount((page: Page) => {
    page.add(field);
    name.subscribe((value) => name.set(value.toUpperCase()));
  });
  h.takeOperations();
  await h.write(field, { value: "ann" });
  expect(name.value).toBe("ANN");
  expect(h.tree()).toMatchObject({ controls: [{ value: "ANN" }] });
});

test("a rejected write does not set the state", async () => {
  const [name, isOn] = [state("a"), state<boolean | null>(false)];
  const field = new TextField({ value: name, maxLength: 3 });
  const box = new Checkbox({ value: isOn });
  const h = mount((page: Page) => page.add(field, box));
  await expect(h.write(field, { value: "too long" })).rejects.toThrow("maxLength of 3");
  await expect(h.write(field, { value: "b", label: "mine" })).rejects.toThrow("can be set by the app only");
  await expect(h.write(box, { value: "yes" })).rejects.toThrow("must be");
  expect([name.value, isOn.value]).toEqual(["a", false]);
  await h.write(box, { value: true });
  expect(isOn.value).toBe(true);
});

test("an unsent value of the app wins over a write, in the state as well", async () => {
  const name = state("");
  const field = new TextField({ value: name });
  const h = mount(field);
  name.set("app");
  await h.write(field, { value: "person" });
  expect([name.value, field.value]).toEqual(["app", "app"]);
});

test("each property of one write reaches its own state", async () => {
  const name = state("abc");
  const selection = state<{ baseOffset: number; extentOffset: number } | null>(null);
  const field = new TextField({ value: name, selection: selection as never });
  const h = mount(field);
  await h.write(field, { value: "abcd", selection: { baseOffset: 1, extentOffset: 2 } });
  expect(name.value).toBe("abcd");
  expect(selection.value).toEqual({ baseOffset: 1, extentOffset: 2 });
});

test("any other Observable is one-way: entered text stays until it emits", async () => {
  const value$ = new BehaviorSubject("a");
  const field = new TextField({ value: value$ });
  const h = mount(field);
  await h.write(field, { value: "b" });
  expect([field.value, value$.value]).toEqual(["b", "a"]);
  value$.next("a");
  await h.flush();
  expect(h.tree()).toMatchObject({ controls: [{ value: "a" }] });
});

test("setting the property ends the binding in both directions", async () => {
  const name = state("a");
  const field = new TextField({ value: name });
  const h = mount(field);
  field.value = "mine";
  await h.flush();
  await h.write(field, { value: "typed" });
  expect([name.value, field.value]).toEqual(["a", "typed"]);
});

test("mounting again shows the value that the state has by then", async () => {
  const name = state("a");
  const field = new TextField({ value: name });
  const h = mount(field);
  await h.write(field, { value: "b" });
  h.page.clean();
  await h.flush();
  name.set("c");
  h.page.add(field);
  await h.flush();
  expect(h.tree()).toMatchObject({ controls: [{ value: "c" }] });
});
