import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { SearchBar } from "../../../src/controls/search/search-bar.ts";

test("a tap emits tap, typing emits change, and Enter emits submit", async () => {
  const received: unknown[] = [];
  const record = ({ name, data }: { name: string; data?: unknown }) =>
    void received.push(data === undefined ? name : [name, data]);
  const bar = new SearchBar({ barHintText: "Search", onTap: record, onChange: record, onSubmit: record });
  await using h = mount(bar);
  await h.tap(h.getByRole("searchbox", { name: "Search" }));
  await h.type(bar, "a\n");
  expect(received).toEqual(["tap", ["change", "a"], ["submit", "a"]]);
  expect(bar.value).toBe("a");
});

test("the app can open the view, and close it with or without a new text", async () => {
  const bar = new SearchBar({ value: "a" });
  await using h = mount(bar);
  await Promise.all([bar.openView(), h.flush()]);
  await Promise.all([bar.closeView("b"), h.flush()]);
  await Promise.all([bar.closeView(), h.flush()]);
  expect(h.takeCalls().map(({ method, args }) => [method, args])).toEqual([
    ["openView", undefined],
    ["closeView", "b"],
    ["closeView", null],
  ]);
  expect(bar.value).toBe("b");
});
