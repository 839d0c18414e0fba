import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { Checkbox } from "../../../src/controls/choice/checkbox.ts";

test("a Checkbox without properties has its defaults and sends none of them", async () => {
  const checkbox = new Checkbox();
  await using h = mount(checkbox);
  expect(checkbox).toMatchObject({ value: false, tristate: false, label: null, labelPosition: "right", error: false });
  expect(h.documents()["2"]).toEqual({ $type: "Checkbox" });
});

test("a click changes the value and emits change", async () => {
  const received: unknown[] = [];
  const checkbox = new Checkbox({ label: "Agreed", onChange: ({ data }) => void received.push(data) });
  await using h = mount(checkbox);
  expect(h.getByRole("checkbox", { name: "Agreed" })).toBe(checkbox);
  await h.write(checkbox, { value: true });
  await h.fire(checkbox, "change", true);
  expect(checkbox.value).toBe(true);
  expect(received).toEqual([true]);
});

test("a client can set null only with tristate", async () => {
  const checkbox = new Checkbox({ value: true });
  await using h = mount(checkbox);
  await expect(h.write(checkbox, { value: null })).rejects.toThrow(
    "Page > Checkbox[0].value can be null only with tristate: the client's write was refused.",
  );
  expect(checkbox.value).toBe(true);
  checkbox.tristate = true;
  await h.flush();
  await h.write(checkbox, { value: null });
  expect(checkbox.value).toBe(null);
});

test("the app can set null without tristate", async () => {
  await using h = mount(new Checkbox({ value: null }));
  expect(h.documents()["2"]).toEqual({ $type: "Checkbox", value: null });
});

test("a wrong value is refused with an error that lists what is expected", async () => {
  expect(() => new Checkbox({ value: 1 as never })).toThrow("Checkbox.value must be true or false, not 1.");
  expect(() => new Checkbox({ fillColor: { selected: 1 as never } })).toThrow(
    /^Checkbox\.fillColor\.selected must be a color such as /,
  );
  const checkbox = new Checkbox();
  await using h = mount(checkbox);
  await expect(h.write(checkbox, { value: "yes" })).rejects.toThrow(/must be true or false, not "yes"/);
});
