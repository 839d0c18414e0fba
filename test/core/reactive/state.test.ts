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

test("holds a Map and a Set, which update() changes", () => {
  const votes = state(new Map([["a", 1]]));
  const seen: unknown[] = [];
  votes.subscribe((value) => seen.push([...value]));
  votes.update((draft) => void draft.set("b", 2));
  expect(seen).toEqual([
    [["a", 1]],
    [
      ["a", 1],
      ["b", 2],
    ],
  ]);
  expect(() => votes.value.set("c", 3)).toThrow();
  const tags = state({ of: new Set(["x"]) });
  tags.update((draft) => void draft.of.add("y"));
  expect([...tags.value.of]).toEqual(["x", "y"]);
});

test("holds a Date or an instance of a class, which is replaced and never changed in place", () => {
  class Cart {
    items: string[] = [];
  }
  const nested = state({ when: new Date(0), list: [new Map([["a", new Date(0)]])] });
  expect(() => nested.update((draft) => void draft.when.setFullYear(2000))).toThrow(
    "A Date in a state() cannot be changed",
  );
  expect(() => nested.value.list[0]?.get("a")?.setTime(1)).toThrow(expect.objectContaining({ code: "bad-state" }));
  nested.update((draft) => {
    draft.when = new Date(5);
  });
  expect(nested.value.when.getTime()).toBe(5);
  expect(() => nested.value.when.setTime(1)).toThrow(RunletError);
  expect(() => nested.value.list.push(new Map())).toThrow(TypeError);
  const due = state(new Date(0));
  due.update((date) => new Date(date.getTime() + 1));
  expect(due.value.getTime()).toBe(1);
  expect(() => due.update((date) => void date.setTime(5))).toThrow(
    expect.objectContaining({
      code: "bad-state",
      message: expect.stringContaining("A Date in a state() cannot be changed in place"),
    }),
  );
  const cart = state(new Cart());
  expect(() => cart.update((draft) => void draft.items.push("x"))).toThrow("holds a Cart");
  const other = new Cart();
  cart.update(() => other);
  expect(cart.value).toBe(other);
});
