import { readdirSync } from "node:fs";
import { Text } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { expect, test } from "vitest";
import { exampleMain } from "../support/example.ts";
import { loopTime } from "../support/patience.ts";

const folder = new URL("../../examples/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && file !== "gallery.ts")
  .map((file) => file.slice(0, -3));

async function open(name: string): Promise<Harness> {
  return mount(await exampleMain(name));
}

test("there are examples", () => {
  expect(names).toEqual(expect.arrayContaining(["countdown", "countdown-stream", "counter", "todo"]));
});

test.each(names)("%s mounts, runs for a minute, and leaves nothing alive", async (name) => {
  const h = await open(name);
  await h.advance(60_000);
  expect(h.page.controls.length).toBeGreaterThan(0);
  await h.unmount();
  expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
});

test.each(["countdown", "countdown-stream"])(
  "%s: each tick is one operation for each text, down to 00:00",
  async (name) => {
    const h = await open(name);
    const [two, one] = h.getAllByType(Text) as [Text, Text];
    expect([two.value, one.value]).toEqual(["02:00", "01:00"]);
    h.takeOperations();
    await h.advance(1000);
    expect(h.takeOperations()).toEqual([
      { op: "replace", path: `/${two.id}/value`, value: "01:59" },
      { op: "replace", path: `/${one.id}/value`, value: "00:59" },
    ]);
    await h.advance(59_000);
    expect(one.value).toBe("00:00");
    h.takeOperations();
    const passed = loopTime();
    await h.advance(60_000);
    expect(h.takeOperations()).toHaveLength(60);
    expect(passed()).toBeLessThan(2000);
    expect([two.value, one.value]).toEqual(["00:00", "00:00"]);
    expect(h.leaks()).toMatchObject({ tasks: 0, timers: 0 });
  },
);

test("countdown: a removed countdown stops its task", async () => {
  const h = await open("countdown");
  expect(h.leaks()).toMatchObject({ tasks: 2, timers: 2 });
  h.page.removeAt(0);
  await h.flush();
  expect(h.leaks()).toMatchObject({ tasks: 1, timers: 1 });
  h.takeOperations();
  await h.advance(1000);
  expect(h.takeOperations()).toHaveLength(1);
});

test("counter: each click counts up or down with one operation", async () => {
  const h = await open("counter");
  h.takeOperations();
  const count = h.getByText("0") as Text;
  await h.fire(h.getByRole("button", { name: "More" }), "click");
  expect(h.takeOperations()).toEqual([{ op: "replace", path: `/${count.id}/value`, value: "1" }]);
  await h.fire(h.getByRole("button", { name: "Less" }), "click");
  await h.fire(h.getByRole("button", { name: "Less" }), "click");
  expect(count.value).toBe("-1");
});

test("todo: items are added, checked, filtered, edited, reordered and removed", async () => {
  const h = await open("todo");
  const click = (name: string, nth = 0) => h.fire(h.getAllByRole("button", { name })[nth] as never, "click");
  const labels = () => h.getAllByRole("checkbox").map((box) => Reflect.get(box, "label"));
  const add = async (label: string) => {
    await h.write(h.getByRole("textbox", { name: "What is to be done?" }), { value: label });
    await h.fire(h.getByRole("textbox", { name: "What is to be done?" }), "submit", label);
  };
  for (const label of ["one", "two", "three"]) await add(label);
  await add("   ");
  expect(labels()).toEqual(["one", "two", "three"]);
  expect(h.getByText("3 are open").isMounted).toBe(true);

  const [first] = h.getAllByRole("checkbox");
  await h.write(first as never, { value: true });
  await h.fire(first as never, "change", true);
  expect(h.getByText("2 are open").isMounted).toBe(true);

  await click("Open");
  await expect(h.fire(first as never, "change", false)).rejects.toThrow("is not visible");
  await click("All");

  h.takeOperations();
  await click("Move down", 0);
  expect(labels()).toEqual(["two", "one", "three"]);
  expect(h.takeOperations()).toEqual([{ op: "move", from: expect.any(String), path: expect.any(String) }]);
  expect(h.getAllByRole("checkbox")[1]).toBe(first);

  await click("Edit", 1);
  const edit = h.getByRole("textbox", { name: "Edit" });
  await h.write(edit, { value: "first" });
  await h.fire(edit, "submit", "first");
  expect(labels()).toEqual(["two", "first", "three"]);

  await click("Remove", 0);
  expect(labels()).toEqual(["first", "three"]);
});
