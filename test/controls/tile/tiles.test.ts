import { Checkbox, ExpansionTile, ListTile, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("a tile emits click, and cannot be tapped when it is disabled or has no handler", async () => {
  const received: string[] = [];
  const title = new Text({ value: "Title" });
  const tile = new ListTile({ title, onClick: ({ name }) => void received.push(name) });
  await using h = mount(tile);
  await h.tap(title);
  await h.press(tile, "Enter");
  await h.press(tile, " ");
  expect(received).toEqual(["click", "click", "click"]);
  tile.disabled = true;
  await expect(h.tap(tile)).rejects.toThrow("disabled");
  tile.disabled = false;
  tile.onClick = undefined;
  await expect(h.tap(tile)).rejects.toThrow();
});

test("with toggleInputs, a click on a tile toggles the checkbox in it", async () => {
  const received: unknown[] = [];
  const box = new Checkbox({ onChange: ({ data }) => void received.push(data) });
  const tile = new ListTile({ title: "Title", trailing: box, toggleInputs: true });
  await using h = mount(tile);
  await h.tap(tile);
  expect([box.value, received]).toEqual([true, [true]]);
  box.disabled = true;
  await expect(h.tap(tile)).rejects.toThrow();
});

test("an expansion tile opens and closes, and emits change", async () => {
  const received: boolean[] = [];
  const tile = new ExpansionTile({
    title: "More",
    controls: [new Text()],
    onChange: ({ data }) => void received.push(data),
  });
  await using h = mount(tile);
  expect(h.getByRole("button", { name: "More" })).toBe(tile);
  await h.tap(tile);
  expect(tile.expanded).toBe(true);
  await h.press(tile, " ");
  expect(tile.expanded).toBe(false);
  expect(received).toEqual([true, false]);
});

test("wrong values of tiles are refused", () => {
  expect(() => new ExpansionTile({ expandedCrossAxisAlignment: "baseline" as never })).toThrow(
    'ExpansionTile.expandedCrossAxisAlignment must be one of "start" | "end" | "center" | "stretch", not "baseline".',
  );
  expect(() => new ListTile({ minHeight: -1 })).toThrow("ListTile.minHeight must be at least 0, not -1.");
});
