import { Column, Radio, RadioGroup } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

function sizes() {
  const received: unknown[] = [];
  const [small, medium, large] = [
    new Radio({ value: "s", label: "Small" }),
    new Radio({ value: "m", label: "Medium", disabled: true }),
    new Radio({ value: "l", label: "Large" }),
  ] as const;
  const group = new RadioGroup({
    content: new Column({ controls: [small, medium, large] }),
    onChange: ({ data, control }) => void received.push([data, control.value]),
  });
  return { group, small, medium, large, received };
}

test("a selected radio sets the value of its group", async () => {
  const { group, small, large, received } = sizes();
  await using h = mount(group);
  expect(h.getByRole("radio", { name: "Large" })).toBe(large);
  await h.tap(large);
  await h.tap(large);
  await h.press(small, " ");
  expect(group.value).toBe("s");
  expect(received).toEqual([
    ["l", "l"],
    ["s", "s"],
  ]);
});

test("arrow keys select the next enabled radio and wrap around", async () => {
  const { group, small, large } = sizes();
  await using h = mount(group);
  await h.press(small, "ArrowDown");
  expect(group.value).toBe("l");
  await h.press(large, "ArrowRight");
  expect(group.value).toBe("s");
  await h.press(small, "ArrowUp");
  expect(group.value).toBe("l");
});

test("only a toggleable radio can be deselected", async () => {
  const { group, large, received } = sizes();
  await using h = mount(group);
  await h.tap(large);
  await expect(h.write(group, { value: null })).rejects.toThrow(
    "Page > RadioGroup[0].value can be null only if the selected Radio is toggleable: the client's write was refused.",
  );
  large.toggleable = true;
  await h.flush();
  await h.tap(large);
  expect(group.value).toBe(null);
  expect(received.at(-1)).toEqual([null, null]);
});

test("a client can select only an enabled radio of the group", async () => {
  const { group } = sizes();
  await using h = mount(group);
  await expect(h.write(group, { value: "xl" })).rejects.toThrow(
    /must be the value of an enabled Radio in the group, not "xl"/,
  );
  await expect(h.write(group, { value: "m" })).rejects.toThrow(/not "m"/);
  group.value = "xl";
  await h.flush();
  expect(group.value).toBe("xl");
});
