import { Icon, Icons } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("an icon is sent by its name, and the colors of its shadows in the client's format", async () => {
  const icon = new Icon({ name: Icons.homeOutlined, shadows: { color: "red,0.5", blurRadius: 2 }, blendMode: "plus" });
  await using h = mount(icon);
  expect(h.documents()[icon.id]).toEqual({
    $type: "Icon",
    name: "home_outlined",
    shadows: { color: "#f4433680", blurRadius: 2 },
    blendMode: "plus-lighter",
  });
  icon.name = null;
  expect(icon.name).toBeNull();
});

test("an unknown icon name is refused with a suggestion", () => {
  expect(() => new Icon({ name: "home_outlinde" as never })).toThrow(
    /^Icon\.name must be .*\(is "home_outlined" meant\?\)/,
  );
});

test("screen readers find an icon by its label", async () => {
  const icon = new Icon({ name: "home", semanticsLabel: "Home" });
  await using h = mount(icon);
  expect(h.getByRole("img", { name: "Home" })).toBe(icon);
});
