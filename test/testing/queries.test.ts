import { readFileSync } from "node:fs";
import { Button, Checkbox, Column, Container, Control, FilledButton, type Page, Row, Text, TextField } from "runlet";
import { type Harness, mount } from "runlet/testing";
import { describe, expect, test } from "vitest";

/** The hint of a failed query: what its message says below the page. */
function hint(look: () => unknown): string {
  return message(look).split("\n\n")[1] ?? "";
}

function message(look: () => unknown): string {
  try {
    look();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the query did not fail");
}

function show(...controls: Control[]): Harness {
  return mount((page) => page.add(...controls));
}

test("a failed query reports the query, the page and a suggestion", () => {
  const h = show(new Row({ controls: [new FilledButton({ content: "Save", onClick: () => {} })] }));
  expect(message(() => h.getByText("save"))).toBe(
    [
      "no control has text save:",
      "Page",
      "  Row",
      '    FilledButton content="Save" onClick',
      "",
      'Did you mean "Save"? Only upper and lower case differ.',
    ].join("\n"),
  );
});

test("the guide shows the messages of failed queries as they are", async () => {
  const guide = readFileSync("docs/guide/testing.md", "utf8");
  const h = show(new Row({ controls: [new FilledButton({ content: "Save", onClick: () => {} }), new Text()] }));
  expect(guide).toContain(message(() => h.getByRole("button", { name: "save" })).replace(/\n +Text/, ""));
  const refused = await h.tap(h.getByType(Text)).catch((error: Error) => error.message);
  expect(guide).toContain(`\n${refused}\n`);
});

test("only the beginning of a large page is printed", () => {
  const h = show(...Array.from({ length: 1000 }, (_, n) => new Text({ value: `${n}` })));
  const lines = message(() => h.getByKey("none")).split("\n");
  expect(lines.slice(100, 103)).toEqual(['  Text value="98"', "… and 901 more lines", ""]);
});

describe("getByText", () => {
  const h = show(
    new Text({ value: "Two  words" }),
    new FilledButton({ content: "Save all" }),
    new TextField({ label: "Name", value: "Ada", hintText: "First name" }),
    new Button({ content: new Row({ controls: [new Text({ value: "Buy" }), new Text({ value: "milk" })] }) }),
  );
  test.each([
    ["two  words", 'Did you mean "Two  words"? Only upper and lower case differ.'],
    ["Two words", 'Did you mean "Two  words"? Only white space differs.'],
    ["Safe all", 'Did you mean "Save all"?'],
    ["Nmae!", ""],
    ["Nam", 'Did you mean "Name"?'],
    ["all", '"Save all" contains it. A regular expression matches a part of a text.'],
    ["Ada", "Page > TextField[2] has it as its value, which is not its visible text. getByType(TextField) finds it."],
    [
      "First name",
      "Page > TextField[2] has it as its hintText, which is not its visible text. getByType(TextField) finds it.",
    ],
    ["Buy milk", "Page > Button[3] > Row has it as its name. getByType(Row) finds it."],
    ["Quit", ""],
  ])("%j", (text, expected) => expect(hint(() => h.getByText(text))).toBe(expected));

  test("on a page without text, says so", () => {
    expect(hint(() => show(new Row()).getByText("x"))).toBe("There is no text on the page.");
  });
});

describe("getByRole", () => {
  const h = show(
    new FilledButton({ content: "Save" }),
    new FilledButton({ content: "Close" }),
    new Checkbox({ label: "Sure?" }),
    new Text({ value: "Total" }),
  );
  test.each<[string, string | undefined, string]>([
    ["button", "Safe", 'Did you mean "Save"?'],
    ["button", "Open", 'Names of the role button: "Save" and "Close".'],
    [
      "button",
      "Total",
      'Names of the role button: "Save" and "Close". Page > Text[3] has that name, and no role: getByText() finds it.',
    ],
    [
      "button",
      "Sure?",
      'Names of the role button: "Save" and "Close". Page > Checkbox[2] has that name, and the role checkbox.',
    ],
    ["textbox", "Total", "Page > Text[3] has that name, and no role: getByText() finds it."],
    ["textbox", "Save", "Page > FilledButton[0] has that name, and the role button."],
    ["buton", undefined, 'Did you mean "button"?'],
    ["link", undefined, "Roles on the page: button and checkbox."],
    ["link", "Elsewhere", "Roles on the page: button and checkbox."],
  ])("%s %j", (role, name, expected) => {
    expect(hint(() => h.getByRole(role, name === undefined ? {} : { name }))).toBe(expected);
  });

  test("without any role on the page, says so", () => {
    expect(hint(() => show(new Row()).getByRole("button"))).toBe("No control on the page has a role.");
  });

  test("shortens a long list", () => {
    const many = show(...Array.from({ length: 20 }, (_, n) => new Button({ content: `B${n}` })));
    expect(hint(() => many.getByRole("button", { name: "elsewhere" }))).toBe(
      'Names of the role button: "B0", "B1", "B2", "B3", "B4", "B5", "B6", "B7" and 12 more.',
    );
  });
});

describe("getByKey", () => {
  const h = show(new Text({ key: "first" }), new Text({ key: 2 }));
  test.each<[string | number, string]>([
    ["frist", 'Did you mean "first"?'],
    ["First", 'Did you mean "first"? Only upper and lower case differ.'],
    ["2", "There is the key 2, a number."],
    ["other", 'Keys on the page: "first" and 2.'],
  ])("%j", (key, expected) => expect(hint(() => h.getByKey(key))).toBe(expected));

  test("without any key on the page, says so", () => {
    expect(hint(() => show(new Row()).getByKey(1))).toBe("No control on the page has a key.");
  });
});

describe("getByType", () => {
  test("lists the types on the page", () => {
    expect(hint(() => show(new Row(), new Text()).getByType(Checkbox))).toBe("Types on the page: Page, Row and Text.");
  });

  test("recognizes a second class of the same name", () => {
    const other = { Text: class Text extends Control {} };
    expect(hint(() => show(new Text()).getByType(other.Text))).toBe(
      "There is a Text of another class of that name: was its module loaded twice?",
    );
  });
});

describe("a query for one control that finds several", () => {
  const h = show(
    new Column({ controls: [new Text({ value: "a" })], visible: false }),
    new Text({ value: "a" }),
    new Button({ content: "Go" }),
    new Button({ content: "Stop" }),
  );

  test("lists them and what to do", () => {
    const said = "They are Page > Column[0] > Text[0] (not visible) and Page > Text[1]. ";
    const cure = "Use getAllByText(), or look for something that only one has.";
    expect(hint(() => h.getByText("a"))).toBe(said + cure);
    expect(hint(() => h.queryByText("a"))).toBe(said + cure);
    expect(message(() => h.getByText("a"))).toMatch(/^2 controls have text a, but one was expected:\nPage\n/);
  });

  test("suggests names that distinguish controls of one role", () => {
    expect(hint(() => h.getByRole("button"))).toBe(
      'They are Page > Button[2] and Page > Button[3]. Choose one by its name, "Go" or "Stop", or use getAllByRole().',
    );
  });
});

test("a failed query reports a likely cause: an earlier error, or changes that wait for update()", async () => {
  const broken = mount(() => {
    throw new Error("no data");
  });
  expect(hint(() => broken.getByText("x"))).toBe(
    "There is no text on the page.\nBefore, there was an error: Error: no data",
  );
  expect(() => broken.getByText("x")).toThrow(expect.objectContaining({ cause: new Error("no data") }));

  const slow = mount((page: Page) => {
    page.autoUpdate = false;
    page.add(new Text({ value: "x" }));
  });
  expect(hint(() => slow.getByType(Text))).toBe(
    "Types on the page: Page.\npage.autoUpdate is false: changes wait for update().",
  );
});

test("a regular expression with the flag g finds the same controls each time", () => {
  const h = show(new Container({ content: new Text({ value: "aa" }) }), new Text({ value: "ab" }));
  expect([h.getAllByText(/a/g), h.getAllByText(/a/g)].map(({ length }) => length)).toEqual([2, 2]);
});

describe("queryAllBy…", () => {
  const h = show(
    new Text({ value: "A", key: "a" }),
    new Text({ value: "A", key: "b" }),
    new Button({ content: "Go" }),
    new Button({ content: "Stop" }),
  );
  const [first, second, go, stop] = h.page.controls as Control[];

  test("returns all controls that match, in the order of the page", () => {
    expect(h.queryAllByText("A")).toEqual([first, second]);
    expect(h.queryAllByType(Text)).toEqual([first, second]);
    expect(h.queryAllByKey("b")).toEqual([second]);
    expect(h.queryAllByRole("button")).toEqual([go, stop]);
    expect(h.queryAllByRole("button", { name: /St/ })).toEqual([stop]);
  });

  test("returns an empty list if there is none", () => {
    expect(h.queryAllByText("B")).toEqual([]);
    expect(h.queryAllByType(TextField)).toEqual([]);
    expect(h.queryAllByKey("c")).toEqual([]);
    expect(h.queryAllByRole("slider")).toEqual([]);
  });
});
