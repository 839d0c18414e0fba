import { type Control, RunletError, state, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("emits the present value to a new subscriber, then each different value", () => {
  const count = state(1);
  const seen: number[] = [];
  const subscription = count.subscribe((value) => seen.push(value));
  count.set(2);
  count.set(2);
  count.update((value) => value + 1);
  subscription.unsubscribe();
  count.set(9);
  expect(seen).toEqual([1, 2, 3]);
  expect(count.value).toBe(9);
});

test("throws if the value is edited in place, except in update()", () => {
  const todos = state([{ label: "a", tags: ["x"] }]);
  expect(() => todos.value.push({ label: "b", tags: [] })).toThrow(TypeError);
  expect(() => todos.value[0]?.tags.push("y")).toThrow(TypeError);
  todos.set([{ label: "c", tags: [] }]);
  expect(() => todos.value[0]?.tags.push("y")).toThrow(TypeError);
  todos.update((draft) => {
    draft[0]?.tags.push("y");
  });
  expect(todos.value).toEqual([{ label: "c", tags: ["y"] }]);
});

test("does not freeze controls in its value", () => {
  const shown = state<Control[]>([new Text({ value: "a" })]);
  const [text] = shown.value as [Text];
  text.value = "b";
  expect(text.value).toBe("b");
});

test("set() inside a subscriber: all subscribers get the values in order, and the last one last", () => {
  const name = state("a");
  const [first, second]: string[][] = [[], []];
  name.subscribe((value) => {
    first?.push(value);
    if (value === "b") name.set("c");
    if (value === "b") expect(name.value).toBe("c");
  });
  name.subscribe((value) => second?.push(value));
  name.set("b");
  expect(first).toEqual(["a", "b", "c"]);
  expect(second).toEqual(["a", "b", "c"]);
});

test("a subscriber that is added during an emission gets each value once", () => {
  const name = state("a");
  const late: string[] = [];
  name.subscribe((value) => {
    if (value !== "b") return;
    name.set("c");
    name.subscribe((later) => late.push(later));
  });
  name.set("b");
  expect(late).toEqual(["b", "c"]);
});

test("two states that set each other endlessly throw an error, and work again afterwards", () => {
  const [a, b] = [state(0), state(0)];
  let isOn = false;
  a.subscribe((value) => isOn && b.set(value + 1));
  b.subscribe((value) => isOn && a.set(value + 1));
  isOn = true;
  expect(() => a.set(5)).toThrow(RunletError);
  isOn = false;
  a.set(-1);
  expect(a.value).toBe(-1);
});

test("select() emits a part when that part changes", () => {
  const person = state({ name: "Ann", age: 1 });
  const seen: string[] = [];
  person.select(({ name }) => name).subscribe((name) => seen.push(name));
  person.update((draft) => {
    draft.age++;
  });
  person.update((draft) => {
    draft.name = "Bob";
  });
  expect(seen).toEqual(["Ann", "Bob"]);
});

test("many calls of set() in one turn are one operation", async () => {
  const count = state(0);
  const text = new Text({ value: count.select(String) });
  const h = mount(text);
  h.takeOperations();
  for (let i = 1; i <= 10_000; i++) count.set(i);
  await h.flush();
  expect(h.takeOperations()).toEqual([{ op: "replace", path: `/${text.id}/value`, value: "10000" }]);
});
