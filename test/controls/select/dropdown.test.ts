import { Dropdown, DropdownOption, state } from "runlet";
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

test("the text of an editable dropdown goes back to null when the app changes the value", async () => {
  const pear = [new DropdownOption({ value: "1", text: "Apple" }), new DropdownOption({ value: "2", text: "Pear" })];
  const fruit = new Dropdown({ editable: true, text: "Fig", value: "2", options: pear });
  await using h = mount(fruit);
  expect(fruit.text).toBe("Fig");
  await h.write(fruit, { text: "Plum" });
  fruit.value = "2";
  expect(fruit.text).toBe("Plum");
  fruit.value = "1";
  expect(fruit.text).toBeNull();
  await h.flush();
  expect(h.documents()[fruit.id]).not.toHaveProperty("text");
  await h.tap(pear[1] as DropdownOption);
  expect(fruit).toMatchObject({ value: "2", text: "Pear" });
  fruit.edit((draft) => {
    draft.value = "1";
  });
  expect(fruit.text).toBeNull();
  fruit.text = "Plum";
  fruit.reset("value");
  expect(fruit.text).toBeNull();
});

test("a dropdown's value from a stream outdates the text, except the one that it begins with", async () => {
  const [value, text] = [state<string | null>("Red"), state<string | null>("Reddish")];
  const color = new Dropdown({ editable: true, value, text, options: options() });
  await using h = mount(color);
  expect(color).toMatchObject({ value: "Red", text: "Reddish" });
  value.set("g");
  expect(color.text).toBeNull();
  expect(text.value).toBeNull();
  await h.tap(color.options[0] as DropdownOption);
  expect([value.value, text.value]).toEqual(["Red", "Red"]);
});
