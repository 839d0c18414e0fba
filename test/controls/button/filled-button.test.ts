import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Button } from "../../../src/controls/button/button.ts";
import { FilledButton } from "../../../src/controls/button/filled-button.ts";
import { FilledTonalButton } from "../../../src/controls/button/filled-tonal-button.ts";

test("a FilledButton is a Button that does not float", async () => {
  const button = new FilledButton({ content: "Save" });
  await using h = mount(button);
  expect(button).toBeInstanceOf(Button);
  expect(button).toMatchObject({ elevation: 0, color: null, bgcolor: null });
  expect(new Button().elevation).toBe(1);
  expect(h.getByRole("button", { name: "Save" })).toBe(button);
  expect(h.documents()["2"]).toEqual({ $type: "FilledButton", content: "Save" });
});

test("the elevation of a Button is a change here", async () => {
  await using h = mount(new FilledButton({ elevation: 1 }));
  expect(h.documents()["2"]).toEqual({ $type: "FilledButton", elevation: 1 });
});

test("a FilledTonalButton is a FilledButton", async () => {
  const button = new FilledTonalButton({ content: "Later" });
  await using h = mount(button);
  expect(button).toBeInstanceOf(FilledButton);
  expect(h.documents()["2"]).toEqual({ $type: "FilledTonalButton", content: "Later" });
});

test("a wrong value says what would be right", () => {
  expect(() => new FilledButton({ elevation: "high" as never })).toThrow(
    'FilledButton.elevation must be a finite number, not "high".',
  );
});
