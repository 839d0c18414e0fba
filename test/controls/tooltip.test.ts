import { Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("a tip is a text, or has a look and times of its own", async () => {
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

test("a tip without a message, or with times before now, is refused", () => {
  expect(() => new Text({ tooltip: {} as never })).toThrow("Text.tooltip.message is missing");
  expect(() => new Text({ tooltip: { message: "m", waitDuration: -1 } })).toThrow(
    "Text.tooltip.waitDuration must be at least 0, not -1.",
  );
});
