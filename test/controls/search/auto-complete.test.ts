import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { AutoComplete } from "../../../src/controls/search/auto-complete.ts";

const suggestions = [
  { key: "france paris", value: "France" },
  { key: "finland helsinki", value: "Finland" },
];

test("typed text is the value, and select reports the suggestion", async () => {
  const received: unknown[] = [];
  const country = new AutoComplete({ label: "Country", suggestions });
  country.onChange = ({ data }) => void received.push(data);
  country.onSelect = ({ data }) => void received.push(`${data.index}: ${data.selection.value}`);
  await using h = mount(country);
  await h.type(h.getByRole("combobox", { name: "Country" }), "fr");
  await h.write(country, { selectedIndex: 0 });
  await h.fire(country, "select", { index: 0, selection: suggestions[0] as never });
  expect(received).toEqual(["f", "fr", "0: France"]);
  expect(country).toMatchObject({ value: "fr", selectedIndex: 0 });
});

test("only an existing suggestion can be selected", async () => {
  const country = new AutoComplete({ suggestions });
  await using h = mount(country);
  await expect(h.write(country, { selectedIndex: 2 })).rejects.toThrow(
    "Page > AutoComplete[0].selectedIndex must be less than the number of suggestions, 2, not 2: the client's write was refused.",
  );
  expect(() => new AutoComplete({ suggestions: [{ key: "a" }] as never })).toThrow(
    "AutoComplete.suggestions[0].value is missing: it must be a string.",
  );
});
