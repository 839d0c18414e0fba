import type { CDPSession, Locator, Page as Tab } from "playwright-core";
import { AutoComplete, Dropdown, DropdownOption, SearchBar, TextField, type TextFieldProps } from "runlet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FaultProxy } from "../support/fault-proxy.ts";
import { eventually } from "../support/patience.ts";
import { openTab, serveApp } from "./open.ts";

/** What apps do to the text that a person types. */
const separators = (text: string) => text.replace(/\D/g, "").replace(/\B(?=(\d{3})+$)/g, ",");
const day = (text: string) => (/^\d\d$/.test(text) ? `${text}-` : text);
const phone = (text: string) => text.replace(/\D/g, "").replace(/^(\d{3})(?=\d)/, "$1-");
const upper = (text: string) => text.toUpperCase();
const letters = (text: string) => text.replace(/\d/g, "");

function field(change: (text: string) => string, props: TextFieldProps = {}): TextField {
  return new TextField({
    ...props,
    onChange: ({ data, control }) => {
      control.value = change(data);
    },
  });
}

/** A change that the app hears is sent at once. */
const ignore = (): void => {};

/** Creates fields whose text the app changes. */
function makeFields() {
  return {
    day: field(day),
    sum: field(separators),
    phone: field(phone),
    upper: field(upper),
    upperArea: field(upper, { multiline: true }),
    upperPassword: field(upper, { password: true }),
    late: field(upper),
    selected: field(upper),
    composed: field(upper),
    undone: field(separators),
    filled: field(day),
    greeting: field((text) => (text.startsWith("Hi ") ? text : `Hi ${text}`)),
    letters: field(letters),
    filtered: new TextField({ inputFilter: { regexString: "[a-z]" }, onChange: ignore }),
    short: new TextField({ value: "abcdef", maxLength: 3 }),
    limited: field((text) => (text.length === 3 ? `${text}-more` : text), { maxLength: 3 }),
    chat: new TextField({
      onSubmit: ({ control }) => {
        control.value = "";
      },
    }),
    calm: new TextField({ value: "one two three" }),
    broken: new TextField({ multiline: true, value: "a\r\nb" }),
    area: new TextField({ multiline: true, maxLines: 3, value: "1\n2\n3\n4\n5\n6\n7\n8\n9" }),
    marked: new TextField({
      value: "hello",
      onFocus: ({ control }) => {
        control.selection = { baseOffset: 0, extentOffset: 5 };
      },
    }),
    found: new SearchBar({ onChange: ignore }),
    picked: new AutoComplete({ suggestions: [{ key: "alpha", value: "alpha" }], onChange: ignore }),
    town: new Dropdown({ editable: true, onTextChange: ignore, options: [new DropdownOption({ text: "Paris" })] }),
    search: new SearchBar({
      onChange: ({ data, control }) => {
        control.value = separators(data);
      },
    }),
    complete: new AutoComplete({
      suggestions: [],
      onChange: ({ data, control }) => {
        control.value = upper(data);
      },
    }),
    dropdown: new Dropdown({
      editable: true,
      options: [],
      onTextChange: ({ data, control }) => {
        control.text = separators(data);
      },
    }),
  };
}

type Fields = ReturnType<typeof makeFields>;
type Name = keyof Fields;

/** The fields on a page, as a person sees and uses them. */
class Stage {
  readonly fields: Fields;
  readonly tab: Tab;
  readonly #devtools: CDPSession;
  readonly close: () => Promise<void>;

  private constructor(fields: Fields, tab: Tab, devtools: CDPSession, close: () => Promise<void>) {
    this.fields = fields;
    this.tab = tab;
    this.#devtools = devtools;
    this.close = close;
  }

  static async open(delay: number): Promise<Stage> {
    const fields = makeFields();
    const app = await serveApp((page) => {
      page.scroll = "auto";
      page.add(...Object.values(fields));
    });
    const proxy = await FaultProxy.start({ port: app.port });
    const { tab } = await openTab(`http://127.0.0.1:${proxy.port}/`);
    await tab.locator("input").first().waitFor();
    proxy.delay = { up: delay, down: delay };
    return new Stage(fields, tab, await tab.context().newCDPSession(tab), async () => {
      await proxy.close();
      await app.close();
    });
  }

  input(name: Name): Locator {
    return this.tab.locator(`[data-id="${this.fields[name].id}"] :is(input, textarea)`).first();
  }

  /** Returns the shown text, with `|` at the cursor or at both ends of the selection. */
  look(name: Name): Promise<string> {
    return this.input(name).evaluate((element) => {
      const { value, selectionStart, selectionEnd } = element as HTMLInputElement;
      const [start, end] = [selectionStart ?? 0, selectionEnd ?? 0];
      return `${value.slice(0, start)}|${start === end ? "" : `${value.slice(start, end)}|`}${value.slice(end)}`;
    });
  }

  /** Waits until a field shows a text with its cursor, and the app has that text. */
  async shows(name: Name, marked: string): Promise<void> {
    const { fields } = this;
    const text = () => {
      const control = fields[name];
      return control instanceof Dropdown ? control.text : control.value;
    };
    const both = async () => [await this.look(name), text()];
    await eventually(async () => expect(await both()).toEqual([marked, marked.replaceAll("|", "")]));
  }

  /** Types a text, with a pause after each key. */
  async type(name: Name, text: string, pause = 60): Promise<void> {
    await this.input(name).focus();
    await this.tab.keyboard.type(text, { delay: pause });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.tab.keyboard.press(key);
  }

  /** Marks a part of a text. */
  async mark(name: Name, start: number, end: number = start): Promise<void> {
    await this.input(name).focus();
    await this.input(name).evaluate(
      (element, [from = 0, to = 0]) => (element as HTMLInputElement).setSelectionRange(from, to),
      [start, end],
    );
  }

  /** Lets an input method compose a text. */
  async compose(text: string): Promise<void> {
    const { length } = text;
    await this.#devtools.send("Input.imeSetComposition", { text, selectionStart: length, selectionEnd: length });
  }

  /** Ends the composition with a text. */
  async commit(text: string): Promise<void> {
    await this.#devtools.send("Input.insertText", { text });
  }
}

describe.each([
  ["at once", 0],
  ["after 300 ms", 150],
])("the app answers %s", (_, delay) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open(delay);
  });
  afterAll(() => stage.close());

  test("separators come before the cursor", async () => {
    await stage.type("sum", "1234567");
    await stage.shows("sum", "1,234,567|");
    if (delay > 0) return;
    await stage.type("search", "1234567", 20);
    await stage.shows("search", "1,234,567|");
    await stage.type("dropdown", "1234567", 0);
    await stage.shows("dropdown", "1,234,567|");
  });

  test("a selection keeps both ends, and a selection of the app is one of the new text", async () => {
    await stage.type("selected", "abcdef", 0);
    await stage.press("Shift+ArrowLeft", "Shift+ArrowLeft");
    await stage.shows("selected", "ABCD|EF|");
    await stage.mark("calm", 4, 7);
    stage.fields.calm.value = "zero, one two three";
    await stage.shows("calm", "zero, one |two| three");
    stage.fields.calm.value = "four five";
    stage.fields.calm.selection = { baseOffset: 5, extentOffset: 9 };
    await stage.shows("calm", "four |five|");
    // The person moves the cursor, which no handler hears. A shorter selection differs from the one before.
    await stage.press("Home");
    stage.fields.calm.selection = { baseOffset: 5, extentOffset: 7 };
    await stage.shows("calm", "four |fi|ve");
  });

  test("an input method composes in peace, and its text is put into the text of the app", async () => {
    for (const name of delay > 0 ? (["composed"] as const) : (["composed", "complete"] as const)) {
      await stage.type(name, "ab", 0);
      await stage.press("ArrowLeft");
      await stage.compose("に");
      await eventually(() => expect((stage.fields[name] as TextField).value).toBe("AB"));
      await stage.compose("にほ");
      stage.fields[name].tooltip = "composing";
      await eventually(async () => expect(await stage.input(name).getAttribute("aria-description")).toBe("composing"));
      expect((await stage.look(name)).replace("|", "").toLowerCase()).toBe("aにほb");
      await stage.commit("日本");
      await stage.shows(name, "A日本|B");
    }
  });

  test("undo brings back what Enter has sent and cleared", async () => {
    await stage.type("chat", "hello", 0);
    await stage.press("Enter");
    await stage.shows("chat", "|");
    await stage.press("Control+z");
    await stage.shows("chat", "hello|");
    await stage.press("Control+z");
    await stage.shows("chat", "|");
  });

  test("undo takes back letters that were typed fast, with what the app made of them", async () => {
    await stage.type("late", "abc", 0);
    await stage.shows("late", "ABC|");
    // How many steps it takes depends on when the answers came.
    for (let { length } = "abc"; length > 0; ) {
      await stage.press("Control+z");
      const { length: left } = await stage.input("late").inputValue();
      expect(left).toBeLessThan(length);
      await stage.shows("late", `${"ABC".slice(0, left)}|`);
      length = left;
    }
  });

  // The rest does not depend on the speed of the line.
  if (delay > 0) return;

  test("what is typed in the middle stays before the cursor", async () => {
    await stage.mark("sum", 2);
    await stage.press("9", "8");
    await stage.shows("sum", "198,|234,567");
    await stage.type("phone", "1234567", 0);
    await stage.shows("phone", "123-4567|");
    await stage.mark("phone", 2);
    await stage.press("9");
    await stage.shows("phone", "129|-34567");
    await stage.press("Backspace");
    await stage.shows("phone", "12|3-4567");
  });

  test("what the app puts before or behind comes before the cursor at the end", async () => {
    await stage.type("day", "12");
    await stage.shows("day", "12-|");
    await stage.type("day", "34");
    await stage.shows("day", "12-34|");
    await stage.type("greeting", "Bob");
    await stage.shows("greeting", "Hi Bob|");
  });

  test("each selection that the app sets is shown, also one that the person left since", async () => {
    for (let times = 0; times < 2; times++) {
      await stage.input("marked").focus();
      await stage.shows("marked", "|hello|");
      await stage.press("End");
      await stage.input("calm").focus();
      await eventually(() => expect(stage.fields.marked.selection).toEqual({ baseOffset: 5, extentOffset: 5 }));
    }
  });

  test("the cursor keeps its place in a text with line breaks of two characters", async () => {
    const { broken } = stage.fields;
    await stage.mark("broken", 2);
    broken.value = "one\r\na\r\nb";
    await eventually(async () => expect(await stage.look("broken")).toBe("one\na\n|b"));
    broken.selection = { baseOffset: 5, extentOffset: 9 };
    await eventually(async () => expect(await stage.look("broken")).toBe("one\n|a\nb|"));
    await stage.press("ArrowRight");
    await stage.input("calm").focus();
    await eventually(() => expect(broken.selection).toEqual({ baseOffset: 9, extentOffset: 9 }));
  });

  test("a field of several lines and the page keep their scroll positions", async () => {
    const { area } = stage.fields;
    const position = () =>
      stage.input("area").evaluate((element) => [element.scrollTop > 9, element.scrollTop, scrollY]);
    await stage.mark("area", 17);
    await stage.press("Control+End");
    await stage.tab.evaluate(() => scrollTo(0, 50));
    const before = await position();
    area.value = area.value.replace("1", "one");
    await stage.shows("area", `${area.value}|`);
    expect([before[0], await position()]).toEqual([true, before]);
  });

  test("a text over the limit of its field stays behind the cursor, and cannot grow", async () => {
    await stage.mark("short", 6);
    await stage.press("x", "y");
    await stage.shows("short", "abcdef|");
    await stage.press("Backspace");
    await stage.press("Backspace");
    await stage.press("Backspace");
    await eventually(async () => expect(await stage.look("short")).toBe(`${stage.fields.short.value}|`));
  });

  test("undo takes back what was typed, with what the app made of it, and redo brings both", async () => {
    for (const name of ["upper", "upperArea", "upperPassword"] as const) {
      await stage.type(name, "a");
      await stage.shows(name, "A|");
      await stage.type(name, "b");
      await stage.shows(name, "AB|");
      await stage.press("Control+z");
      await stage.shows(name, "A|");
      await stage.press("Control+z");
      await stage.shows(name, "|");
      await stage.press("Control+y", "Control+y");
      await stage.shows(name, "AB|");
    }
  });

  test("undo takes back what was chosen from a list, and what the Clear button did", async () => {
    await stage.type("picked", "al", 0);
    await stage.press("ArrowDown", "Enter");
    await stage.shows("picked", "alpha|");
    await stage.press("Control+z");
    await stage.shows("picked", "al|");
    await stage.press("Escape");
    await stage.type("town", "Pa", 0);
    await stage.press("Enter");
    await stage.shows("town", "Paris|");
    await stage.press("Control+z");
    await stage.shows("town", "Pa|");
    await stage.press("Escape");
    const { found } = stage.fields;
    void found.openView();
    await stage.tab.locator(".r-search-view:popover-open input").waitFor();
    await stage.tab.keyboard.type("abc");
    await eventually(() => expect(found.value).toBe("abc"));
    await stage.press("Tab", "Enter");
    await eventually(() => expect(found.value).toBe(""));
    await stage.press("Control+z");
    await eventually(() => expect(found.value).toBe("abc"));
    await stage.press("Escape");
  });

  test.each<[string, Name, string, string, string, string?]>([
    ["separators", "undone", "1234", "1,234|", "|"],
    ["a text that the app fills up", "filled", "12", "12-|", "|"],
    // A person may not enter what the app may set, so redo does not bring it back.
    ["a text that the app makes longer than the field allows", "limited", "abc", "abc-more|", "|", "|"],
    ["what the app does not take", "letters", "ab1", "ab|", "|"],
    ["what a filter does not take", "filtered", "ab1", "ab|", "|"],
  ])("undo takes back %s", async (_, name, keys, shown, undone, redone = shown) => {
    await stage.type(name, keys, 0);
    await stage.shows(name, shown);
    await stage.press("Control+z");
    await stage.shows(name, undone);
    await stage.press("Control+y");
    await stage.shows(name, redone);
  });
});
