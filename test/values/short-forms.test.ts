import { Container, IconButton, Text } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { encodeAs, type Type } from "../../src/core/declaration/types.ts";
import { type Border, borderSideType, borderType } from "../../src/values/border.ts";
import { type BorderRadius, borderRadiusType } from "../../src/values/border-radius.ts";
import { type ButtonStyle, buttonStyleType } from "../../src/values/button-style.ts";
import { type Gradient, gradientType } from "../../src/values/gradient.ts";
import { type Margin, marginType, type Padding, paddingType } from "../../src/values/insets.ts";
import { type Alignment, AlignmentName, alignmentType, rotateType } from "../../src/values/layout.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../src/values/outlined-border.ts";
import { type TextStyle, textStyleType } from "../../src/values/text-style.ts";

/** Returns the form in which a valid value is sent. */
function sent<T>(type: Type<T>, value: T): unknown {
  expect(type.check(value)).toBeUndefined();
  return encodeAs(type, value);
}

describe("an alignment has the nine names of Flutter", () => {
  const points = [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => ({ x, y })));
  test.each(AlignmentName.map((name, index) => [name, points[index]] as const))("%s", (name, point) => {
    expect(sent(alignmentType, name)).toEqual(point);
  });

  test("coordinates are sent as they are", () => {
    expect(sent<Alignment>(alignmentType, { x: 0.5, y: -2 })).toEqual({ x: 0.5, y: -2 });
  });

  test("wherever a point is taken", () => {
    const gradient: Gradient = { type: "linear", colors: ["red", "blue"], begin: "topLeft", end: "bottomRight" };
    expect(sent(gradientType, gradient)).toMatchObject({ begin: { x: -1, y: -1 }, end: { x: 1, y: 1 } });
    expect(sent(gradientType, { type: "radial", colors: ["red", "blue"], center: "topCenter" })).toMatchObject({
      center: { x: 0, y: -1 },
    });
    expect(sent(rotateType, { angle: 1, alignment: "centerLeft" })).toEqual({ angle: 1, alignment: { x: -1, y: 0 } });
    expect(sent(buttonStyleType, { alignment: "center" })).toEqual({ alignment: { x: 0, y: 0 } });
  });
});

describe("padding and margin", () => {
  test.each<[Padding, unknown]>([
    [8, 8],
    [{ left: 8 }, { left: 8 }],
    [{ horizontal: 8 }, { left: 8, right: 8 }],
    [{ vertical: 4 }, { top: 4, bottom: 4 }],
    [
      { horizontal: 8, vertical: 4 },
      { left: 8, top: 4, right: 8, bottom: 4 },
    ],
    [
      { horizontal: 8, left: 1, top: 2 },
      { left: 1, top: 2, right: 8 },
    ],
    [
      { vertical: 4, bottom: 0 },
      { top: 4, bottom: 0 },
    ],
  ])("%o: a side takes precedence over both sides of a direction", (padding, wire) => {
    expect(sent(paddingType, padding)).toEqual(wire);
  });

  test("a margin may be negative, a padding may not", () => {
    expect(sent<Margin>(marginType, { horizontal: -8 })).toEqual({ left: -8, right: -8 });
    expect(paddingType.check({ horizontal: -8 })).toEqual({
      path: ["horizontal"],
      message: "must be at least 0, not -8",
    });
  });

  test("also by state", () => {
    const style: ButtonStyle = { padding: { hovered: { vertical: 4 }, default: 2 } };
    expect(sent(buttonStyleType, style)).toEqual({ padding: { hovered: { top: 4, bottom: 4 }, default: 2 } });
  });
});

describe("corners", () => {
  test.each<[BorderRadius, unknown]>([
    [8, 8],
    [{ topLeft: 8 }, { topLeft: 8 }],
    [{ top: 8 }, { topLeft: 8, topRight: 8 }],
    [{ bottom: 8 }, { bottomLeft: 8, bottomRight: 8 }],
    [{ left: 8 }, { topLeft: 8, bottomLeft: 8 }],
    [{ right: 8 }, { topRight: 8, bottomRight: 8 }],
    [
      { top: 8, left: 4 },
      { topLeft: 8, topRight: 8, bottomLeft: 4 },
    ],
    [
      { top: 8, topRight: 0 },
      { topLeft: 8, topRight: 0 },
    ],
  ])("%o: a corner takes precedence over top and bottom, and they over left and right", (radius, wire) => {
    expect(sent(borderRadiusType, radius)).toEqual(wire);
  });
});

describe("borders", () => {
  test.each<[Border, unknown]>([
    [2, { width: 2 }],
    ["outline", { color: "outline" }],
    ["Red500", { color: "#f44336" }],
    [
      { width: 2, color: "red" },
      { width: 2, color: "#f44336" },
    ],
    [{ bottom: 1 }, { bottom: { width: 1 } }],
    [
      { left: "red", top: { width: 3 } },
      { left: { color: "#f44336" }, top: { width: 3 } },
    ],
  ])("%o: a width, a color, both, or a line for each edge", (border, wire) => {
    expect(sent(borderType, border)).toEqual(wire);
  });

  test("the line of a button may differ by state", () => {
    const style: ButtonStyle = { side: { focused: 2, default: "outline" } };
    expect(sent(buttonStyleType, style)).toEqual({ side: { focused: { width: 2 }, default: { color: "outline" } } });
    expect(sent(borderSideType, 1)).toEqual({ width: 1 });
  });
});

describe("shapes", () => {
  test.each<[OutlinedBorder, unknown]>([
    ["circle", { type: "circle" }],
    ["stadium", { type: "stadium" }],
    [8, { type: "roundedRectangle", radius: 8 }],
    [{ radius: 8 }, { type: "roundedRectangle", radius: 8 }],
    [
      { radius: { top: 8 }, side: 2 },
      { type: "roundedRectangle", radius: { topLeft: 8, topRight: 8 }, side: { width: 2 } },
    ],
    [
      { type: "circle", side: "red" },
      { type: "circle", side: { color: "#f44336" } },
    ],
  ])("%o: a name, a radius, or an object whose type may be left out", (shape, wire) => {
    expect(sent(outlinedBorderType, shape)).toEqual(wire);
    expect(sent(buttonStyleType, { shape: { pressed: shape } })).toEqual({ shape: { pressed: wire } });
  });

  test("a wrong field is found in a shape without a type", () => {
    expect(outlinedBorderType.check({ radius: -1 })).toEqual({
      path: ["radius"],
      message: "must be at least 0, not -1",
    });
    expect(outlinedBorderType.check({ radios: 1 })?.message).toMatch(/\(is "radius" meant\?\)$/);
    expect(outlinedBorderType.check("circel")?.message).toMatch(/\(is "circle" meant\?\)$/);
  });
});

describe("text styles", () => {
  test.each<[TextStyle, unknown]>([
    [{ decoration: "underline" }, { decoration: 1 }],
    [{ decoration: ["underline", "lineThrough"] }, { decoration: 5 }],
    [{ decoration: 3 }, { decoration: 3 }],
    [{ decoration: [] }, { decoration: 0 }],
    [{ weight: 600 }, { weight: 600 }],
    [{ weight: "bold" }, { weight: "bold" }],
  ])("%o", (style, wire) => {
    expect(sent(textStyleType, style)).toEqual(wire);
  });

  test("a weight is one of nine, by name or number", () => {
    expect(textStyleType.check({ weight: 650 })?.path).toEqual(["weight"]);
    expect(textStyleType.check({ weight: "wbold" })?.message).toMatch(/\(is "bold" meant\?\)$/);
  });
});

test("a property reads the form that was assigned, and the client receives the long one", async () => {
  const box = new Container({
    alignment: "bottomRight",
    padding: { horizontal: 8 },
    border: 1,
    borderRadius: { top: 4 },
  });
  const button = new IconButton({ alignment: "center", style: { shape: "circle" } });
  const text = new Text({ value: "a", weight: 700, style: { decoration: "underline" } });
  await using h = mount((page) => page.add(box, button, text));
  expect([box.alignment, box.padding, box.border]).toEqual(["bottomRight", { horizontal: 8 }, 1]);
  expect(h.documents()[box.id]).toMatchObject({
    alignment: { x: 1, y: 1 },
    padding: { left: 8, right: 8 },
    border: { width: 1 },
    borderRadius: { topLeft: 4, topRight: 4 },
  });
  expect(h.documents()[button.id]).toMatchObject({ alignment: { x: 0, y: 0 }, style: { shape: { type: "circle" } } });
  expect(h.documents()[text.id]).toMatchObject({ weight: 700, style: { decoration: 1 } });
  box.alignment = "topLeft";
  await h.flush();
  expect(h.documents()[box.id]).toMatchObject({ alignment: { x: -1, y: -1 } });
});
