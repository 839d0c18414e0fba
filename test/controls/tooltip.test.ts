import { Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("a tooltip is a text, or an object with a style of its own", async () => {
  const text = new Text({ tooltip: "Plain" });
  await using h = mount(text);
  expect(h.documents()[text.id]).toEqual({ $type: "Text", tooltip: "Plain" });
  text.tooltip = {
    message: "More",
    bgcolor: "red",
    triggerMode: "tap",
    mouseCursor: "click",
    decoration: { bgcolor: "blue" },
  };
  h.page.update();
  expect(h.documents()[text.id]).toMatchObject({
    tooltip: {
      message: "More",
      bgcolor: "#f44336",
      triggerMode: "tap",
      mouseCursor: "pointer",
      decoration: { bgcolor: "#2196f3" },
    },
  });
});

test("a tooltip without a message or with a negative duration is refused", () => {
  expect(() => new Text({ tooltip: {} as never })).toThrow("Text.tooltip.message is missing");
  expect(() => new Text({ tooltip: { message: "m", waitDuration: -1 } })).toThrow(
    "Text.tooltip.waitDuration must be at least 0, not -1.",
  );
});
