import {
  Button,
  Checkbox,
  Column,
  Container,
  type Control,
  FilledButton,
  Row,
  Text,
  TextField,
  TextSpan,
  View,
} from "runlet";
import { type Harness, mount } from "runlet/testing";
import { describe, expect, test } from "vitest";

const log: string[] = [];
/** Returns a handler that logs its event. */
const note =
  (source = "") =>
  ({ name, data }: { name: string; data: unknown }): void =>
    void log.push([...(source === "" ? [] : [source]), name, ...(data === undefined ? [] : [data])].join(" "));

/** Returns what was logged since the last call. */
const noted = (): string[] => log.splice(0);

function show<C extends Control>(control: C): [Harness, C] {
  log.length = 0;
  return [mount(control), control];
}

describe("tap()", () => {
  test("focuses a button before the first click on it", async () => {
    const [h, button] = show(new Button({ content: "Go", onClick: note(), onFocus: note(), onBlur: note() }));
    await h.tap(button);
    await h.tap(button);
    expect(noted()).toEqual(["focus", "click", "click"]);
  });

  test("toggles a checkbox, through the third state only if it is tristate", async () => {
    const [h, box] = show(new Checkbox({ tristate: true, onChange: note() }));
    for (const value of [true, null, false, true]) {
      await h.tap(box);
      expect(box.value).toBe(value);
    }
    box.tristate = false;
    await h.tap(box);
    expect(noted()).toEqual(["change true", "change ", "change false", "change true", "change false"]);
    const quiet = new Checkbox();
    h.page.add(quiet);
    await h.tap(quiet);
    expect(quiet.value).toBe(true);
  });

  test("taps a text and clicks a container, a span and a field", async () => {
    const span = new TextSpan({ text: "here", onClick: note("span") });
    const text = new Text({ spans: [span], onTap: note("text") });
    const field = new TextField({ onClick: note("field") });
    const [h, box] = show(new Container({ content: new Column({ controls: [text, field] }), onClick: note("box") }));
    for (const control of [text, span, field, box]) await h.tap(control);
    expect(noted()).toEqual(["text tap", "span click", "field click", "box click"]);
  });

  test("on a control that does not react, clicks its closest ancestor that does, and no other", async () => {
    const label = new Text({ value: "Go" });
    const tick = new Text({ value: "Sure?" });
    const quiet = new TextField();
    const [h] = show(
      new Container({
        onClick: note("box"),
        content: new Row({
          controls: [new Button({ content: label, onClick: note("button") }), new Checkbox({ label: tick }), quiet],
        }),
      }),
    );
    await h.tap(label);
    await h.tap(tick);
    await h.tap(quiet);
    expect(noted()).toEqual(["button click"]);
    expect(h.getByType(Checkbox).value).toBe(true);
    await h.tap(h.getByType(Row));
    expect(noted()).toEqual(["box click"]);
  });

  test("is reported to every enclosing container that listens to touches", async () => {
    const button = new Button({ content: "Go", onClick: note() });
    const [h] = show(new Container({ onTapDown: ({ data }) => void log.push(data.kind), content: button }));
    await h.tap(button);
    expect(noted()).toEqual(["touch", "click"]);
  });

  test("follows a link without an event for the app", async () => {
    const [h, button] = show(new Button({ content: "Docs", url: "https://example.com/" }));
    await h.tap(button);
    await h.press(button, "Enter");
    await expect(h.press(button, " ")).rejects.toThrow('press(): Page > Button[0] does nothing at " ".');
  });

  test("sees what the app set just before", async () => {
    const [h, button] = show(new Button({ content: "Go" }));
    button.onClick = note();
    await h.tap(button);
    expect(noted()).toEqual(["click"]);
    button.disabled = true;
    await expect(h.tap(button)).rejects.toThrow("is disabled");
  });
});

describe("rejects a control that cannot be used, with the reason", () => {
  const go = () => new FilledButton({ content: "Go", onClick: note() });

  test.each<[string, () => [page: Control, target: Control], string, string]>([
    [
      "a disabled control",
      () => both(new FilledButton({ content: "Go", disabled: true })),
      "control-disabled",
      "tap(): Page > FilledButton[0] is disabled.",
    ],
    [
      "a hidden control",
      () => both(new Text({ visible: false })),
      "control-hidden",
      "tap(): Page > Text[0] is not visible.",
    ],
    [
      "a control inside a disabled control",
      () => within(new Row({ disabled: true }), go()),
      "control-disabled",
      "tap(): Page > Row[0] > FilledButton[0] cannot be used: Page > Row[0] is disabled.",
    ],
    [
      "a control inside a hidden control",
      () => within(new Row({ visible: false }), go()),
      "control-hidden",
      "cannot be used: Page > Row[0] is not visible.",
    ],
    [
      "a control inside one that ignores interactions",
      () => inside(new Container({ ignoreInteractions: true }), go()),
      "control-disabled",
      "cannot be used: Page > Container[0] has ignoreInteractions.",
    ],
    [
      "a field that ignores pointers",
      () => both(new TextField({ ignorePointers: true })),
      "control-disabled",
      "tap(): Page > TextField[0] has ignorePointers.",
    ],
    [
      "a control that is not on the page",
      () => [new Row(), new Text()],
      "not-mounted",
      "tap(): Text is not on the page, or waits for update().",
    ],
    [
      "a button without a handler",
      () => both(new FilledButton({ content: "Go" })),
      "not-listening",
      "tap(): Page > FilledButton[0] does not react: give it onClick.",
    ],
    [
      "a text without a handler",
      () => both(new Text({ value: "x" })),
      "not-listening",
      "tap(): Page > Text[0] does not react: give it onTap.",
    ],
    [
      "a control without an event for it",
      () => both(new Row()),
      "not-listening",
      "tap(): Page > Row[0] does not react: a Row has no event for it. Put it into a Container with onClick.",
    ],
  ])("%s", async (_, make, code, message) => {
    const [root, target] = make();
    const [h] = show(root);
    const tapped = h.tap(target);
    await expect(tapped).rejects.toThrow(message);
    await expect(tapped).rejects.toMatchObject({ code });
    expect(noted()).toEqual([]);
    await h.unmount();
  });

  test("a control that waits for update() cannot be used before it", async () => {
    const [h] = show(new Row());
    h.page.autoUpdate = false;
    const button = go();
    h.page.add(button);
    await expect(h.tap(button)).rejects.toThrow("tap(): FilledButton is not on the page, or waits for update().");
    h.page.update();
    await h.tap(button);
    expect(noted()).toEqual(["click"]);
  });

  function both(control: Control): [Control, Control] {
    return [control, control];
  }
  function within(row: Row, control: Control): [Control, Control] {
    row.controls.push(control);
    return [row, control];
  }
  function inside(box: Container, control: Control): [Control, Control] {
    box.content = control;
    return [box, control];
  }
});

describe("type()", () => {
  test("focuses the field, then writes each character and reports it to the listener", async () => {
    const [h, field] = show(new TextField({ value: "a", onChange: note(), onFocus: note(), onBlur: note() }));
    await h.type(field, "bc");
    expect(noted()).toEqual(["focus", "change ab", "change abc"]);
    expect(field.value).toBe("abc");
    await h.type(field, "d");
    expect(noted()).toEqual(["change abcd"]);
  });

  test("sets the value without a listener, too", async () => {
    const [h, field] = show(new TextField());
    await h.type(field, "milk");
    expect(field.value).toBe("milk");
  });

  test("continues after the value that the app set", async () => {
    const [h, field] = show(new TextField());
    field.onChange = ({ data }) => void (field.value = data.toUpperCase());
    await h.type(field, "abc");
    expect(field.value).toBe("ABC");
  });

  test("leaves out characters that maxLength and inputFilter exclude", async () => {
    const [h, field] = show(new TextField({ maxLength: 3, inputFilter: { regexString: "[0-9]" }, onChange: note() }));
    await h.type(field, "1a2🙂345");
    expect(field.value).toBe("123");
    expect(noted()).toEqual(["change 1", "change 12", "change 123"]);
    field.maxLength = -1;
    await h.type(field, "45");
    expect(field.value).toBe("12345");
    field.inputFilter = null;
    field.maxLength = 6;
    await h.type(field, "🙂!");
    expect(field.value).toBe("12345!");
  });

  test("reports the cursor to a listener at once, or without one when the field loses the focus", async () => {
    const [h, field] = show(new TextField({ onSelectionChange: ({ data }) => void log.push(JSON.stringify(data)) }));
    const other = new TextField();
    h.page.add(other);
    await h.type(field, "ab");
    const at = (n: number) => `{"selectedText":"","selection":{"baseOffset":${n},"extentOffset":${n}}}`;
    expect(noted()).toEqual([at(1), at(2)]);
    await h.type(other, "xyz");
    expect(other.selection).toBeNull();
    await h.press(other, "Tab");
    expect(other.selection).toEqual({ baseOffset: 3, extentOffset: 3 });
  });

  test("treats a line break as the Enter key", async () => {
    const [h, field] = show(new TextField({ onSubmit: note() }));
    await h.type(field, "milk\n");
    expect(noted()).toEqual(["submit milk"]);
  });

  test("stops when the app disables the field in the middle of a word", async () => {
    const [h, field] = show(new TextField());
    field.onChange = ({ data }) => void (field.disabled = data.length === 2);
    await expect(h.type(field, "abc")).rejects.toThrow("type(): Page > TextField[0] is disabled.");
    expect(field.value).toBe("ab");
  });

  test("rejects a control that cannot be typed into", async () => {
    const [h, field] = show(new TextField({ readOnly: true }));
    await expect(h.type(field, "a")).rejects.toThrow("type(): Page > TextField[0] is read-only.");
    await expect(h.type(h.page, "a")).rejects.toThrow("type(): Page is not a text field.");
    await expect(h.clear(field)).rejects.toThrow("clear(): Page > TextField[0] is read-only.");
  });

  test("clear() empties a field in one step", async () => {
    const [h, field] = show(new TextField({ value: "old", onChange: note(), onFocus: note() }));
    await h.clear(field);
    await h.clear(field);
    expect(field.value).toBe("");
    expect(noted()).toEqual(["focus", "change "]);
  });
});

describe("press()", () => {
  test.each(["Enter", " "])("%j presses a button, a checkbox, a container and a text", async (key) => {
    const controls = [
      new Button({ content: "Go", onClick: note("button") }),
      new Checkbox({ onChange: note("box") }),
      new Container({ onClick: note("container") }),
      new Text({ value: "t", onTap: note("text") }),
    ];
    const [h] = show(new Row({ controls }));
    for (const control of controls) await h.press(control, key);
    expect(noted()).toEqual(["button click", "box change true", "container click", "text tap"]);
  });

  test("Enter submits a field of one line, and inserts a line break in others", async () => {
    const one = new TextField({ onSubmit: note("one") });
    const many = new TextField({ multiline: true, onSubmit: note("many") });
    const chat = new TextField({ shiftEnter: true, onSubmit: note("chat") });
    const secret = new TextField({ multiline: true, password: true, onSubmit: note("secret") });
    const [h] = show(new Column({ controls: [one, many, chat, secret] }));
    for (const field of [one, many, chat]) {
      await h.type(field, "a");
      await h.press(field, "Enter");
      await h.press(field, "Shift+Enter");
    }
    expect(noted()).toEqual(["one submit a", "one submit a", "chat submit a"]);
    expect([one, many, chat].map(({ value }) => value)).toEqual(["a", "a\n\n", "a\n"]);
    await h.press(secret, "Enter");
    expect(noted()).toEqual(["secret submit "]);
  });

  test("Backspace deletes the last character, and a character is typed", async () => {
    const [h, field] = show(new TextField({ value: "a🙂" }));
    await h.press(field, "Backspace");
    expect(field.value).toBe("a");
    await h.press(field, "b");
    expect(field.value).toBe("ab");
  });

  test("Tab moves the focus to the next control that can take it", async () => {
    const events = (source: string) => ({ onFocus: note(source), onBlur: note(source) });
    const name = new TextField({ ...events("name") });
    const send = new Button({ content: "Send", onClick: note("send"), ...events("send") });
    const [h] = show(
      new Column({
        controls: [
          name,
          new Text({ value: "…" }),
          new Checkbox({ disabled: true, ...events("off") }),
          new Row({ controls: [send] }),
        ],
      }),
    );
    await h.press(name, "Tab");
    expect(noted()).toEqual(["name focus", "name blur", "send focus"]);
    await h.press(send, "Tab");
    expect(noted()).toEqual(["send blur"]);
  });

  test("rejects a key that would do nothing", async () => {
    const [h, field] = show(new TextField({ readOnly: true }));
    await expect(h.press(field, "Enter")).rejects.toThrow("does nothing at Enter: give it onSubmit.");
    await expect(h.press(field, "x")).rejects.toThrow("press(): Page > TextField[0] is read-only.");
    field.readOnly = false;
    await expect(h.press(field, "Hyper")).rejects.toThrow('"Hyper" is not a key. Keys are "Enter", "Shift+Enter"');
    const [other, text] = show(new Text({ value: "x" }));
    await expect(other.press(text, "Enter")).rejects.toThrow("Page > Text[0] does not react: give it onTap.");
    const [third, button] = show(new Button({ content: "Go" }));
    await expect(third.press(button, "Enter")).rejects.toThrow("Page > Button[0] does not react: give it onClick.");
    await expect(third.press(button, "x")).rejects.toThrow('Page > Button[0] does nothing at "x".');
  });
});

test("a tap outside of the focused field blurs it and is reported to it; a tap on its icon only blurs it", async () => {
  const icon = new Button({ content: "x", onClick: note("icon") });
  const field = new TextField({ suffixIcon: icon, onBlur: note("field"), onTapOutside: note("field") });
  const button = new Button({ content: "Go", onClick: note("button"), onFocus: note("button") });
  const [h] = show(new Row({ controls: [field, button] }));
  await h.tap(field);
  await h.tap(icon);
  expect(noted()).toEqual(["field blur", "icon click"]);
  await h.tap(field);
  await h.tap(button);
  expect(noted()).toEqual(["field tapOutside", "field blur", "button focus", "button click"]);
});

test("removing a focused field calls its onBlur", async () => {
  const field = new TextField({ onBlur: note("field") });
  const [h, row] = show(new Row({ controls: [field, new Button({ content: "Go", onClick: note() })] }));
  await h.tap(field);
  row.controls.shift();
  await h.tap(h.getByRole("button"));
  expect(noted()).toEqual(["field blur", "click"]);
});

test("what an open View covers cannot be used", async () => {
  const heard: string[] = [];
  const button = (name: string) => new Button({ content: name, onClick: () => void heard.push(name) });
  const below = button("Below");
  const first = new View({ route: "/first", controls: [button("First")] });
  const second = new View({ route: "/second", controls: [button("Second")] });
  const h = mount((page) => {
    page.add(below);
    page.views.push(first, second);
  });
  await expect(h.tap(below)).rejects.toThrow("tap(): Page > Button[0] is covered by Page > View[1].");
  await expect(h.tap(h.getByText("First"))).rejects.toThrow("is covered by");
  await h.tap(h.getByText("Second"));
  h.page.views.length = 0;
  await h.flush();
  await h.tap(below);
  expect(heard).toEqual(["Second", "Below"]);
  await h.unmount();
});
