import type { Dropdown, FilledButton, TextField } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Flight } from "../../../examples/7guis/flight.ts";

const field = (h: Harness, name: string) => h.getByRole("textbox", { name }) as TextField;
const enter = async (h: Harness, name: string, text: string) => {
  await h.clear(field(h, name));
  await h.type(field(h, name), text);
};
const book = (h: Harness) => h.getByRole("button", { name: "Book" }) as FilledButton;
const choose = (h: Harness, type: string) =>
  h.write(h.getByRole("combobox", { name: "Flight" }) as Dropdown, { value: type });

test("a one-way flight needs one valid date", async () => {
  await using h = mount(new Flight());
  expect(field(h, "Return").disabled).toBe(true);
  await enter(h, "Departure", "30.02.2027");
  expect([book(h).disabled, field(h, "Departure").error]).toEqual([true, "Enter a date as DD.MM.YYYY"]);
  await enter(h, "Departure", "28.02.2027");
  await h.tap(book(h));
  expect(h.getByText("You have booked a one-way flight on 28.02.2027.").isMounted).toBe(true);
});

test("a return flight before the departure cannot be booked", async () => {
  await using h = mount(new Flight());
  await choose(h, "return flight");
  expect(field(h, "Return").disabled).toBe(false);
  await enter(h, "Return", "26.03.2027");
  expect(book(h).disabled).toBe(true);
  await enter(h, "Return", "01.04.2027");
  await h.tap(book(h));
  expect(h.getByText("You have booked a return flight on 27.03.2027, returning on 01.04.2027.").isMounted).toBe(true);
});
