import { Container } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { exampleMain } from "../support/example.ts";

const main = await exampleMain("dashboard");

test("100 of 1,000 cells change ten times a second, and only changed cells are sent", async () => {
  await using h = mount(main);
  expect(h.getAllByType(Container).filter(({ width }) => width === 88)).toHaveLength(1000);
  h.takeOperations();
  await h.advance(1000);
  expect(h.getByText("1,000").isMounted).toBe(true);
  const operations = h.takeOperations();
  const values = operations.filter(({ path }) => path.endsWith("/value"));
  // A cell may be picked twice, and the statistics change in each round.
  expect(values.length).toBeGreaterThan(850);
  expect(values.length).toBeLessThanOrEqual(1000 + 30);
  expect(operations.every(({ path }) => /\/(value|bgcolor|color)$/.test(path))).toBe(true);
});

test("the dashboard sends nothing while it is not live", async () => {
  await using h = mount(main);
  await h.tap(h.getByRole("checkbox", { name: "Live" }));
  h.takeOperations();
  await h.advance(1000);
  expect(h.takeOperations()).toEqual([]);
  await h.tap(h.getByRole("checkbox", { name: "Live" }));
  await h.advance(100);
  expect(h.getByText("100").isMounted).toBe(true);
});
