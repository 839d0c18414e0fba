import { expect, test } from "vitest";
import { eventually } from "../../support/patience.ts";
import { looksRight, openExample } from "./open-example.ts";

const open = openExample("calculator");

test("the calculator works with its buttons and with the keyboard", async () => {
  const { tab, problems } = await open();
  const display = tab.getByRole("textbox");
  const shows = (value: string) => eventually(async () => expect(await display.inputValue()).toBe(value));
  // The field takes the focus at the start.
  await tab.keyboard.type("12*3-a4");
  await shows("12×3−4");
  await tab.getByText("32", { exact: true }).waitFor();
  await tab.keyboard.press("Enter");
  await shows("32");
  for (const name of ["Divide", "8", "Equals"]) await tab.getByRole("button", { name, exact: true }).click();
  await shows("4");
  await tab.getByRole("button", { name: "Clear" }).press("Enter");
  await shows("");
  expect(problems).toEqual([]);
});

looksRight(open);
