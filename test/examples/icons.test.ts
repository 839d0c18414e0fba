import { Container, GridView, Icon, type Text, type TextField } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { expect, test } from "vitest";
import { exampleMain } from "../support/example.ts";

const main = await exampleMain("icons");

const shown = (h: Harness) => h.getByType(GridView).controls.map((tile) => String(tile.key));
const search = async (h: Harness, words: string) => {
  const field = h.getByRole("textbox", { name: "Search" }) as TextField;
  if (field.value !== "") await h.clear(field);
  await h.type(field, words);
  await h.advance(100);
};

test("there are more than 8,000 icons, and the first 200 are on the page", async () => {
  await using h = mount(main);
  await h.tap(h.getByRole("button", { name: "All" }));
  const count = Number.parseInt((h.getByText(/icons$/) as Text).value.replace(",", ""), 10);
  expect(count).toBeGreaterThan(8000);
  expect(shown(h)).toHaveLength(200);
});

test("typing filters the icons by every word, and a button by style", async () => {
  await using h = mount(main);
  await search(h, "arrow back");
  expect(shown(h)).toEqual(expect.arrayContaining(["arrow_back", "arrow_back_ios"]));
  expect(shown(h).every((name) => name.includes("arrow") && name.includes("back"))).toBe(true);
  await h.tap(h.getByRole("button", { name: "Rounded" }));
  expect(shown(h)).toContain("arrow_back_rounded");
  expect(shown(h)).not.toContain("arrow_back");
  await search(h, "no such thing");
  expect(shown(h)).toEqual([]);
});

test("scrolling near the end adds icons, and a new search starts at the top", async () => {
  await using h = mount(main);
  const grid = h.getByType(GridView);
  await h.fire(grid, "scroll", {
    eventType: "update",
    pixels: 2000,
    minScrollExtent: 0,
    maxScrollExtent: 2500,
    viewportDimension: 500,
  });
  expect(shown(h)).toHaveLength(400);
  await search(h, "a");
  expect(shown(h)).toHaveLength(200);
});

test("a click on an icon shows it enlarged with its code", async () => {
  await using h = mount(main);
  await search(h, "star");
  await h.tap(h.getAllByType(Container).find(({ key }) => key === "star") as Container);
  expect(h.getByText('new Icon({ name: "star" })').isMounted).toBe(true);
  expect(h.getAllByType(Icon).at(-1)?.name).toBe("star");
});
