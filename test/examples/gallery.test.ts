import { type Checkbox, Column, Container, type Control, Text, TextButton, type TextField } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { galleryApp } from "../../examples/gallery/app.ts";
import { codeOf } from "../../examples/gallery/code.ts";
import { loadSamples } from "../../examples/gallery/sample.ts";

const samples = await loadSamples();
const examples = [{ name: "todo", title: "To do", says: "A list." }];

/** Opens the gallery in a viewport of this width, at the page of a control. */
async function open(chosen: string | null = null, width = 1300): Promise<Harness> {
  const h = mount(galleryApp(samples, examples, chosen));
  await h.fire(h.page.controls[0] as Control, "sizeChange", { width, height: 900 });
  return h;
}

const code = (h: Harness) =>
  h
    .getAllByType(Text)
    .filter(({ spans }) => spans.length > 0)
    .map(({ spans }) => spans.map(({ text }) => text).join(""))
    .find((text) => text.startsWith("new ")) ?? "";
const field = (h: Harness, name: string) => h.getByRole("textbox", { name }) as TextField;
const enter = async (h: Harness, name: string, text: string) => {
  await h.clear(field(h, name));
  await h.type(field(h, name), text);
};

describe("the page of a control", () => {
  test("sets a value that is entered, and updates the code", async () => {
    await using h = await open("Checkbox");
    expect(code(h)).toBe('new Checkbox({ label: "Send me news", value: true })');
    await enter(h, "label", "Yes");
    await enter(h, "splashRadius", "12.");
    await enter(h, "activeColor", "red");
    for (const line of ['label: "Yes"', "value: true", 'activeColor: "red"', "splashRadius: 12"]) {
      expect(code(h).split("\n")).toContain(`  ${line},`);
    }
    // Typed text stays unchanged while it means the same value.
    expect(field(h, "splashRadius").value).toBe("12.");
    await h.clear(field(h, "activeColor"));
    expect(code(h)).not.toContain("activeColor");
  });

  test("shows an invalid value as an error of its field, and does not set it", async () => {
    await using h = await open("Checkbox");
    await enter(h, "splashRadius", "-3");
    expect(field(h, "splashRadius").error).toContain("splashRadius must be at least 0, not -3");
    await enter(h, "borderSide", "{");
    expect(field(h, "borderSide").error).toContain("This is not JSON");
    expect(code(h)).toBe('new Checkbox({ label: "Send me news", value: true })');
    await enter(h, "borderSide", '{"width":3}');
    expect(field(h, "borderSide").error).toBeNull();
    expect(code(h)).toContain("borderSide: { width: 3 }");
  });

  test("shows changes by the person in the properties, the code and the events", async () => {
    await using h = await open("Checkbox");
    const live = h.getByRole("checkbox", { name: "Send me news" }) as Checkbox;
    await h.tap(live);
    const editor = h.getByRole("checkbox", { name: "value" }) as Checkbox;
    expect([live.value, editor.value]).toEqual([false, false]);
    expect(code(h)).toBe('new Checkbox({ label: "Send me news" })');
    expect(h.getByText("change false").isMounted).toBe(true);
    await h.tap(editor);
    expect(live.value).toBe(true);
  });

  test("creates an instance for each state", async () => {
    await using h = await open("Checkbox");
    await h.tap(h.getByRole("button", { name: "neither" }));
    expect(code(h)).toBe('new Checkbox({ label: "Neither", value: null, tristate: true })');
    await h.tap(h.getByRole("button", { name: "Try it" }));
    expect(code(h)).toContain("Send me news");
  });

  test.each(samples.map(({ kind, states }) => [kind.spec.type, Object.keys(states)] as const))(
    "opens for %s and each of its states",
    async (type, states) => {
      await using h = await open(type);
      expect(code(h)).toMatch(/^new \w+\(/);
      for (const state of states) await h.tap(h.getAllByRole("button", { name: state })[0] as Control);
    },
  );
});

test("typing filters the list, and a click on a name opens the page of a control", async () => {
  await using h = await open();
  const names = () => h.getAllByType(TextButton).map(({ content }) => content);
  expect(names()).toEqual(expect.arrayContaining(["Text", "Checkbox", "To do"]));
  await h.type(field(h, "Search"), "check");
  expect(names()).toContain("Checkbox");
  expect(names()).not.toContain("To do");
  await h.tap(h.getByRole("button", { name: "Checkbox" }));
  expect(code(h)).toContain("new Checkbox(");
});

test("in a narrow viewport, the page of a control replaces the list, and a button shows the list again", async () => {
  await using h = await open(null, 360);
  await h.tap(h.getByRole("button", { name: "Checkbox" }));
  expect(h.queryByRole("textbox", { name: "Search" })).toBeUndefined();
  expect(field(h, "splashRadius").isMounted).toBe(true);
  await h.tap(h.getByRole("button", { name: "All controls" }));
  expect(field(h, "Search").isMounted).toBe(true);
});

test("codeOf() returns code as a person would write it", () => {
  const control = new Column({
    spacing: 4,
    controls: [
      new Text({ value: 'Say "hi"', style: { size: 12 } }),
      new Container({ padding: { left: 3 }, content: new Text(), onClick: () => {} }),
    ],
  });
  expect(codeOf(control)).toBe(`new Column({
  controls: [
    new Text({ value: "Say \\"hi\\"", style: { size: 12 } }),
    new Container({ content: new Text(), padding: { left: 3 } }),
  ],
  spacing: 4,
})`);
});
