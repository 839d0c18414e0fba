import { Container, type TextField } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { expect, test } from "vitest";
import { exampleMain } from "../support/example.ts";

const main = await exampleMain("palette");

const field = (h: Harness, name: string) => h.getByRole("textbox", { name }) as TextField;

test("a seed that is picked or entered becomes the seed of the theme", async () => {
  await using h = mount(main);
  await h.tap(h.getAllByType(Container).find(({ tooltip }) => tooltip === "#386a20") as Container);
  expect(h.page.theme).toEqual({ colorSchemeSeed: "#386a20", colorScheme: {} });
  expect(field(h, "Seed").value).toBe("#386a20");
  await h.clear(field(h, "Seed"));
  await h.type(field(h, "Seed"), "#0061a");
  expect(h.page.theme).toEqual({ colorScheme: {} });
  expect(field(h, "Seed").error).toBe("Such as #6750a4");
  await h.type(field(h, "Seed"), "4");
  expect(h.page.theme).toEqual({ colorSchemeSeed: "#0061a4", colorScheme: {} });
});

test("a role can get another color, and all roles can be reset", async () => {
  await using h = mount(main);
  await h.tap(h.getAllByText("tertiary")[0] as never);
  await h.type(field(h, "Another tertiary"), "#ff0000");
  expect(h.page.theme?.colorScheme).toEqual({ tertiary: "#ff0000" });
  await h.tap(h.getAllByText("primary")[0] as never);
  expect(field(h, "Another primary").value).toBe("");
  await h.type(field(h, "Another primary"), "#00ff00");
  expect(h.page.theme?.colorScheme).toEqual({ tertiary: "#ff0000", primary: "#00ff00" });
  await h.clear(field(h, "Another primary"));
  expect(h.page.theme?.colorScheme).toEqual({ tertiary: "#ff0000" });
  await h.tap(h.getByRole("button", { name: "Reset all" }));
  expect(h.page.theme?.colorScheme).toEqual({});
});
