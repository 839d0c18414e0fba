import { ElevatedButton, Text } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { Button, type ButtonProps } from "../../../src/controls/button/button.ts";

test("a Button without properties has its defaults and sends none of them", async () => {
  const button = new Button();
  await using h = mount(button);
  expect(button).toMatchObject({
    content: null,
    icon: null,
    style: null,
    elevation: 1,
    autofocus: false,
    clipBehavior: "none",
    url: null,
  });
  expect(h.documents()["2"]).toEqual({ $type: "Button" });
});

test("a Button has the role button, and its content is its accessible name", async () => {
  const clicks: string[] = [];
  await using h = mount(
    new Button({ content: "Save", onClick: ({ control }) => void clicks.push(String(control.content)) }),
  );
  await h.fire(h.getByRole("button", { name: "Save" }), "click");
  expect(clicks).toEqual(["Save"]);
});

test("a control as content gives the Button its accessible name", async () => {
  await using h = mount(new Button({ content: new Text({ value: "Save" }) }));
  expect(h.getByRole("button", { name: "Save" })).toBeInstanceOf(Button);
});

test("an icon is the name of an icon or a control", async () => {
  const button = new Button({ content: "Add", icon: "add" });
  await using h = mount(button);
  expect(h.documents()["2"]).toEqual({ $type: "Button", content: "Add", icon: "add" });
  button.icon = new Text({ value: "+" });
  await h.flush();
  expect(h.documents()["2"]).toEqual({ $type: "Button", content: "Add", $slots: { icon: 3 } });
});

test("ElevatedButton is another name for Button", async () => {
  await using h = mount(new ElevatedButton({ content: "Save", elevation: 3 }));
  expect(h.getByRole("button", { name: "Save" })).toBeInstanceOf(Button);
  expect(h.documents()["2"]).toEqual({ $type: "Button", content: "Save", elevation: 3 });
});

test("each field of a style has one value or one value per state, sent in the client's format", async () => {
  const style = {
    color: "red",
    bgcolor: { hovered: "primary", default: "blue,0.5" },
    padding: { left: 4 },
    side: { pressed: { color: "black", width: 2 } },
    shape: { hovered: { type: "stadium" }, default: { type: "roundedRectangle", radius: 2 } },
    textStyle: { default: { color: "green" } },
    mouseCursor: { disabled: "forbidden" },
    elevation: { hovered: 3 },
  } as const;
  await using h = mount(new Button({ style }));
  expect(h.documents()["2"]).toMatchObject({
    style: {
      color: "#f44336",
      bgcolor: { hovered: "primary", default: "#2196f380" },
      padding: { left: 4 },
      side: { pressed: { color: "#000000", width: 2 } },
      shape: { hovered: { type: "stadium" }, default: { type: "roundedRectangle", radius: 2 } },
      textStyle: { default: { color: "#4caf50" } },
      mouseCursor: { disabled: "not-allowed" },
      elevation: { hovered: 3 },
    },
  });
});

describe("a wrong value is refused with an error that lists what is expected", () => {
  test.each<[object, string | RegExp]>([
    [{ content: 7 }, "Button.content must be a control, a string or null, not 7."],
    [{ icon: "Add" }, /^Button\.icon must be the name of an icon.*"Add"/],
    [{ style: { iconSize: { hovered: -1 } } }, "Button.style.iconSize.hovered must be at least 0, not -1."],
    [{ elevation: -1 }, "Button.elevation must be at least 0, not -1."],
    [
      { style: { bgcolor: { hovered: "rde" } } },
      /^Button\.style\.bgcolor\.hovered must be a color such as .*, not "rde" \(is "red" meant\?\)\.$/,
    ],
    [
      { style: { bgcolor: { hover: "red" } } },
      /^Button\.style\.bgcolor\.hover is not a field of ByState<Color> \(disabled, error, pressed, /,
    ],
    [{ style: { padding: { left: "4" } } }, 'Button.style.padding.left must be a number, not "4".'],
    [{ style: { padding: { hovered: { top: -1 } } } }, "Button.style.padding.hovered.top must be at least 0, not -1."],
    [
      { style: { padding: { hovered: { upper: 1 } } } },
      "Button.style.padding.hovered.upper is not a field of Padding (left, top, right, bottom, horizontal, vertical).",
    ],
    [
      { style: { shape: { type: "beveledRectangle" } } },
      'Button.style.shape.type must be one of "roundedRectangle" | "stadium" | "circle", not "beveledRectangle".',
    ],
  ])("%j", (props, text) => {
    expect(() => new Button(props as ButtonProps)).toThrow(text);
  });
});

test("a click on a disabled button is refused", async () => {
  const button = new Button({ content: "Save", disabled: true, onClick: () => expect.fail() });
  await using h = mount(button);
  await expect(h.fire(button, "click")).rejects.toThrow(/is disabled/);
});
