import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Button } from "../../../src/controls/button/button.ts";
import { FilledButton } from "../../../src/controls/button/filled-button.ts";
import { FilledTonalButton } from "../../../src/controls/button/filled-tonal-button.ts";

test("a FilledButton is a Button with an elevation of 0", async () => {
  const button = new FilledButton({ content: "Save" });
  await using h = mount(button);
  expect(button).toBeInstanceOf(Button);
  expect(button).toMatchObject({ elevation: 0, color: null, bgcolor: null });
  expect(new Button().elevation).toBe(1);
  expect(h.getByRole("button", { name: "Save" })).toBe(button);
  expect(h.documents()["2"]).toEqual({ $type: "FilledButton", content: "Save" });
});

test("a FilledButton sends an elevation of 1, which is the default of Button only", async () => {
  await using h = mount(new FilledButton({ elevation: 1 }));
  expect(h.documents()["2"]).toEqual({ $type: "FilledButton", elevation: 1 });
});

test("a FilledTonalButton is a FilledButton", async () => {
  const button = new FilledTonalButton({ content: "Later" });
  await using h = mount(button);
  expect(button).toBeInstanceOf(FilledButton);
  expect(h.documents()["2"]).toEqual({ $type: "FilledTonalButton", content: "Later" });
});

test("a wrong value is refused with an error that lists what is expected", () => {
  expect(() => new FilledButton({ elevation: "high" as never })).toThrow(
    'FilledButton.elevation must be a number, not "high".',
  );
});
