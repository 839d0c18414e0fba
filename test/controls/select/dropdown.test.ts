import { Dropdown, DropdownOption } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

const options = () => [
  new DropdownOption({ text: "Red" }),
  new DropdownOption({ value: "g", text: "Green", disabled: true }),
];

test("a tap on an option selects it", async () => {
  const received: unknown[] = [];
  const color = new Dropdown({ label: "Color", options: options(), onChange: ({ data }) => void received.push(data) });
  color.onSelect = ({ data }) => void received.push(`select ${data}`);
  await using h = mount(color);
  await h.tap(h.getByRole("combobox", { name: "Color" }));
  await h.tap(h.getByRole("option", { name: "Red" }));
  await h.tap(h.getByRole("option", { name: "Red" }));
  expect(received).toEqual(["Red", "select Red", "select Red"]);
  expect(color.value).toBe("Red");
  await expect(h.tap(color.options[1] as DropdownOption)).rejects.toThrow(/disabled/);
});

test("a client can select only an enabled option", async () => {
  const color = new Dropdown({ options: options() });
  await using h = mount(color);
  await expect(h.write(color, { value: "g" })).rejects.toThrow(
    'Page > Dropdown[0].value must be the value of an option that is not disabled, not "g": the client\'s write was refused.',
  );
  await expect(h.write(color, { value: null })).rejects.toThrow(/not null/);
  await expect(h.write(color, { text: "Re" })).rejects.toThrow(/can be typed only with editable or enableFilter/);
  color.editable = true;
  await h.flush();
  await h.write(color, { text: "Re" });
  expect(color.text).toBe("Re");
});

test("an option without value and text is reported", async () => {
  const errors: string[] = [];
  await using _ = mount((page) => {
    page.onError = ({ error }) => void errors.push((error as Error).message);
    page.add(new Dropdown({ options: [new DropdownOption()] }));
  });
  expect(errors).toEqual([
    "Page > Dropdown[0] > DropdownOption[0] has neither value nor text, so it cannot be selected.",
  ]);
});
