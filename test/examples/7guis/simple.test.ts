import type { TextButton, TextField } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { Counter } from "../../../examples/7guis/counter.ts";
import { Crud } from "../../../examples/7guis/crud.ts";
import { Temperature } from "../../../examples/7guis/temperature.ts";

const field = (h: Harness, name: string) => h.getByRole("textbox", { name }) as TextField;
const button = (h: Harness, name: string) => h.getByRole("button", { name }) as TextButton;
const enter = async (h: Harness, name: string, text: string) => {
  await h.clear(field(h, name));
  await h.type(field(h, name), text);
};

test("counter: counts clicks", async () => {
  await using h = mount(new Counter());
  await h.tap(button(h, "Count"));
  await h.tap(button(h, "Count"));
  expect(h.getByText("2").isMounted).toBe(true);
});

describe("temperature", () => {
  test("either scale can be entered", async () => {
    await using h = mount(new Temperature());
    await enter(h, "Celsius", "100");
    expect(field(h, "Fahrenheit").value).toBe("212");
    await enter(h, "Fahrenheit", "-40");
    expect(field(h, "Celsius").value).toBe("-40");
  });

  test("text that is not a number shows an error and does not change the other field", async () => {
    await using h = mount(new Temperature());
    await enter(h, "Celsius", "5");
    await h.type(field(h, "Celsius"), "x");
    expect([field(h, "Celsius").error, field(h, "Fahrenheit").value]).toEqual(["Enter a number", "41"]);
  });
});

describe("crud", () => {
  test("creates, updates and deletes names", async () => {
    await using h = mount(new Crud());
    expect([button(h, "Update").disabled, button(h, "Delete").disabled]).toEqual([true, true]);
    await enter(h, "Name", "Edsger");
    await enter(h, "Surname", "Dijkstra");
    await h.tap(button(h, "Create"));
    expect(button(h, "Dijkstra, Edsger").isMounted).toBe(true);
    await enter(h, "Name", "E. W.");
    await h.tap(button(h, "Update"));
    await h.tap(button(h, "Hopper, Grace"));
    expect([field(h, "Name").value, field(h, "Surname").value]).toEqual(["Grace", "Hopper"]);
    await h.tap(button(h, "Delete"));
    expect(h.queryByRole("button", { name: "Hopper, Grace" })).toBeUndefined();
    expect(button(h, "Dijkstra, E. W.").isMounted).toBe(true);
    expect(button(h, "Delete").disabled).toBe(true);
  });

  test("filters names by the beginning of the surname", async () => {
    await using h = mount(new Crud());
    await enter(h, "Surname begins with", "lo");
    expect(h.queryByRole("button", { name: "Turing, Alan" })).toBeUndefined();
    expect(button(h, "Lovelace, Ada").isMounted).toBe(true);
  });
});
