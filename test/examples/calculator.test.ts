import { Text, type TextField } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { exampleMain } from "../support/example.ts";

const main = await exampleMain("calculator");

/** Mounts the calculator. `below` returns the intermediate result. */
function calculator() {
  const h = mount(main);
  const display = h.getByRole("textbox") as TextField;
  const below = () => (h.getAllByType(Text)[0] as Text).value;
  return { h, display, below, press: (...names: string[]) => pressAll(h, names) };
}

async function pressAll(h: ReturnType<typeof mount>, names: readonly string[]) {
  for (const name of names) await h.tap(h.getByRole("button", { name }));
}

test("buttons enter a term, and its result is shown below while it is entered", async () => {
  const { h, display, below, press } = calculator();
  await press("7", "Times", "6");
  expect([display.value, below()]).toEqual(["7×6", "42"]);
  await press("Plus");
  expect(below()).toBe("");
  await press("Delete", "Equals");
  expect([display.value, below()]).toEqual(["42", ""]);
  await press("Clear");
  expect(display.value).toBe("");
  await h.unmount();
});

test.each([
  ["1+2*3", "7"],
  ["0.1+0.2", "0.3"],
  ["(1+2)*3", "9"],
  ["2(3+4", "14"],
  ["-5-3", "−8"],
  ["10/4", "2.5"],
  ["50%*8", "4"],
  ["2--3", "5"],
  ["1,5*2", "3"],
  ["9999999999999*9999999999999", "1e+26"],
  ["1/0", "Error"],
  ["1e+3*2", "2000"],
  ["3+", "Error"],
  [")", "Error"],
  ["1..2", "Error"],
])("%s and Enter on the keyboard give %s", async (term, result) => {
  const { h, display } = calculator();
  await h.type(display, `${term}\n`);
  expect(display.value).toBe(result);
  await h.unmount();
});

test("a new term starts after an error, and a result can be used in the next term", async () => {
  const { h, display, press } = calculator();
  await press("Divide", "Equals", "5", "Minus", "8", "Equals");
  expect(display.value).toBe("−3");
  await press("Times", "Brackets", "2", "Plus", "1", "Brackets", "Equals");
  expect(display.value).toBe("−9");
  await h.unmount();
});

test("a typed letter is ignored", async () => {
  const { h, display } = calculator();
  await h.type(display, "4a2");
  expect(display.value).toBe("42");
  await h.unmount();
});
