import { Text } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { Container, type ContainerProps } from "../../../src/controls/layout/container.ts";

test("a Container without properties has its defaults and sends none of them", async () => {
  const container = new Container();
  await using h = mount(container);
  expect(container).toMatchObject({ content: null, padding: null, shape: "rectangle", clipBehavior: null, ink: false });
  expect(h.documents()["2"]).toEqual({ $type: "Container" });
});

test("nested values are sent in the client's format", async () => {
  const container = new Container({
    content: new Text({ value: "x" }),
    bgcolor: "red500",
    blendMode: "colorDodge",
    border: { bottom: { color: "#80112233", width: 2 } },
    borderRadius: { topLeft: 4 },
    shadow: [{ color: "black26", blurRadius: 3, offset: { y: 1 } }],
    gradient: { type: "radial", colors: ["primary", "white,0"], radius: 1 },
    foregroundDecoration: { border: { color: "green" }, shape: "circle" },
  });
  await using h = mount(container);
  expect(h.tree()).toMatchObject({
    controls: [
      {
        bgcolor: "#f44336",
        blendMode: "color-dodge",
        border: { bottom: { color: "#11223380", width: 2 } },
        borderRadius: { topLeft: 4 },
        shadow: [{ color: "#00000042", blurRadius: 3, offset: { y: 1 } }],
        gradient: { type: "radial", colors: ["primary", "#ffffff00"], radius: 1 },
        foregroundDecoration: { border: { color: "#4caf50" }, shape: "circle" },
        content: { $type: "Text", value: "x" },
      },
    ],
  });
});

describe("a wrong value is refused with an error that lists what is expected", () => {
  test.each<[object, string | RegExp]>([
    [{ content: "x" }, 'Container.content must be a control or null, not "x".'],
    [{ blur: -1 }, "Container.blur must be at least 0, not -1."],
    [{ border: { width: -1 } }, "Container.border.width must be at least 0, not -1."],
    [{ border: { left: { width: "1" } } }, 'Container.border.left.width must be a number, not "1".'],
    [{ border: { left: -5 } }, "Container.border.left must be at least 0, not -5."],
    [
      { border: { left: { size: 1 } } },
      "Container.border.left.size is not a field of BorderSide (width, color, style).",
    ],
    [{ borderRadius: -4 }, "Container.borderRadius must be at least 0, not -4."],
    [
      { borderRadius: "4" },
      'Container.borderRadius must be a number, or an object such as { topLeft: 8, bottomRight: 8 } or { top: 8 }, not "4".',
    ],
    [{ shadow: [{ blurRadius: -1 }] }, "Container.shadow[0].blurRadius must be at least 0, not -1."],
    [
      { gradient: { colors: ["red", "blue"] } },
      'Container.gradient.type is missing: it must be one of "linear" | "radial" | "sweep".',
    ],
    [
      { gradient: { type: "conic" } },
      'Container.gradient.type must be one of "linear" | "radial" | "sweep", not "conic".',
    ],
    [
      { gradient: { type: "sweep", colors: ["red"] } },
      "Container.gradient.colors must be at least two colors, not an array of 1.",
    ],
    [
      { gradient: { type: "linear", colors: ["red", "blue"], stops: [0] } },
      "Container.gradient.stops must be 2, one for each color, not 1.",
    ],
    [
      { gradient: { type: "linear", colors: ["red", "blue"], stops: [0.5, 0.2] } },
      "Container.gradient.stops[1] must not be less than the stop before it.",
    ],
    [
      { gradient: { type: "linear", colors: ["red", "blue"], radius: 1 } },
      /^Container\.gradient\.radius is not a field of LinearGradient/,
    ],
    [
      { image: { fit: "cover" } },
      'Container.image.src is missing: it must be an address such as "/photo.jpg", base64, the text of an SVG, or bytes.',
    ],
    [
      { foregroundDecoration: { blendMode: "hue" } },
      "Container.foregroundDecoration.blendMode needs a bgcolor or gradient.",
    ],
    [
      { foregroundDecoration: { shape: "circle", borderRadius: 3 } },
      "Container.foregroundDecoration.borderRadius cannot be given to a circle.",
    ],
    [
      { url: "javascript:alert(1)" },
      /^Container\.url must be an http, https, mailto or tel address, or a path, such as "https:.*", not "javascript:/,
    ],
    [{ url: { url: "/a", target: "_new" } }, /^Container\.url\.target must be one of "_blank" \| /],
  ] as [object, string | RegExp][])("%j", (props, text) => {
    expect(() => new Container(props as ContainerProps)).toThrow(text);
  });
});

describe("an image source is a path, a web address or a data URL", () => {
  test.each([
    "/a.png",
    "a.png?x=1",
    "https://other.site/a.png",
    "data:image/png;base64,AA",
    "DATA:IMAGE/svg+xml,<svg/>",
  ])("%s is accepted", (src) => {
    expect(() => new Container({ image: { src } })).not.toThrow();
  });
  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///a.png",
    "//other.site/a.png",
    "/\\other.site/a.png",
    "blob:x",
    "http://",
  ])("%s is refused", (src) => {
    expect(() => new Container({ image: { src } })).toThrow(/^Container\.image\.src must be /);
  });
});

test("event data of another type than declared is refused", async () => {
  const seen: unknown[] = [];
  const container = new Container({
    onTapDown: (event) => void seen.push(event.data),
    onHover: (event) => void seen.push(event.data),
  });
  await using h = mount(container);
  const where = { kind: "mouse", localPosition: { x: 1, y: 2 }, globalPosition: { x: 3, y: 4 } };
  await h.fire(container, "tapDown", where);
  await h.fire(container, "hover", true);
  await expect(h.fire(container, "hover", "yes")).rejects.toThrow(/must be true or false, not "yes"/);
  await expect(h.fire(container, "tapDown", { ...where, kind: "nose" })).rejects.toThrow(/\.kind must be one of/);
  expect(seen).toEqual([where, true]);
});
