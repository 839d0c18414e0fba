import { type Control, RunletError, state, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("emits the present value to who subscribes, then each other one", () => {
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

test("a value that is edited in place is refused, and update() is not", () => {
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

test("controls in it stay as they are", () => {
  const shown = state<Control[]>([new Text({ value: "a" })]);
  const [text] = shown.value as [Text];
  text.value = "b";
  expect(text.value).toBe("b");
});

test("set while it tells: everybody ends with the last value, in order", () => {
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

test("who subscribes while it tells has each value once", () => {
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

test("two that answer each other for ever are an error, and then work again", () => {
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

test("many sets in one turn are one operation", async () => {
  const count = state(0);
  const text = new Text({ value: count.select(String) });
  const h = mount(text);
  h.takeOperations();
  for (let i = 1; i <= 10_000; i++) count.set(i);
  await h.flush();
  expect(h.takeOperations()).toEqual([{ op: "replace", path: `/${text.id}/value`, value: "10000" }]);
});
