import {
  Button,
  Column,
  Container,
  Control,
  FilledButton,
  Icon,
  RunletError,
  Tabs,
  Text,
  TextField,
  UserControl,
} from "runlet";
import { mount } from "runlet/testing";
import { of } from "rxjs";
import { describe, expect, test } from "vitest";
import { reported } from "../support/reported.ts";

/** Another spelling of "color", in two parts for the check of the spelling in this repository. */
const BRITISH = ["col", "our"].join("");

type Anything = { [name: string]: unknown };
/** Classes as JavaScript sees them, whose constructors take anything. */
const js = { Button, Column, Container, FilledButton, Icon, Tabs, Text, TextField } as unknown as {
  readonly [type: string]: new (...given: unknown[]) => Control;
};

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof RunletError) return error.code;
    throw error;
  }
  return "no error";
}

describe("a constructor that is given something else than an object says how to write it", () => {
  test.each([
    ["Text", ["Hello"], 'new Text({ value: "Hello" })'],
    ["Text", [12], "new Text({ size: 12 })"],
    ["Button", ["Go"], 'new Button({ content: "Go" })'],
    ["Button", [() => {}], "new Button({ onClick: … })"],
    ["Icon", ["home"], 'new Icon({ name: "home" })'],
    ["Container", [new Text()], "new Container({ content: … })"],
    ["Column", [new Text(), new Text()], "new Column({ controls: […] })"],
    ["Column", [[new Text()]], "new Column({ controls: … })"],
    ["Text", [of("a")], "new Text({ value: … })"],
    ["TextField", [null], "new TextField({"],
  ])("new %s(%s)", (type, given, expected) => {
    const create = () => new (js[type] as (typeof js)[string])(...given);
    expect(codeOf(create)).toBe("wrong-type");
    expect(create).toThrow(expected);
  });
});

test.each([
  ["FilledButton", "text", "content"],
  ["Button", "label", "content"],
  ["Button", "on_click", "onClick"],
  ["Button", "onPressed", "onClick"],
  ["Text", "font_family", "fontFamily"],
  ["Text", BRITISH, "color"],
  ["Text", "text", "value"],
  ["Tabs", "tabs", "content"],
  ["Column", "children", "controls"],
  ["Container", "child", "content"],
  ["Container", "bg_color", "bgcolor"],
  ["Container", "backgroundColor", "bgcolor"],
  ["TextField", "error_text", "error"],
  ["TextField", "placeholder", "hintText"],
  ["Container", "color", "bgcolor"],
  ["Text", "bold", "weight"],
  ["Text", "fontWeight", "weight"],
  ["Text", "fontSize", "size"],
])("%s with the unknown property %s: %s is suggested", (type, name, meant) => {
  const create = () => new (js[type] as (typeof js)[string])({ [name]: "x" });
  expect(codeOf(create)).toBe("unknown-property");
  expect(create).toThrow(`${type}.${name}: ${type} has no such property. Did you mean "${meant}"?`);
});

test.each(["foo", "style", "bold"])("Container has nothing like %s, so nothing is suggested", (name) => {
  expect(() => new Container({ [name]: 1 })).toThrow("Some of its properties are");
});

test("without a suggestion, the error lists few properties, the control's own first", () => {
  expect(() => new Text({ zzzzzz: 1 } as never)).toThrow(
    "Some of its properties are value, spans, textAlign, fontFamily, fontFamilyFallback, size, weight, italic. The reference",
  );
});

describe("in development, an assignment to a name that does not exist is reported", () => {
  test("on the page, a control, and a control that is not mounted yet", async () => {
    const messages = await reported((page) => {
      (page as unknown as Anything).bgColor = "red";
      const text = new Text();
      (text as unknown as Anything)[BRITISH] = "red";
      page.add(text);
    });
    expect(messages).toEqual([
      expect.stringContaining('Page.bgColor: Page has no such property. Did you mean "bgcolor"?'),
      expect.stringContaining(`Text.${BRITISH}: Text has no such property. Did you mean "color"?`),
    ]);
  });

  test("also if it was made before the app ran", async () => {
    const column = new Column() as unknown as Anything;
    column.gap = 3;
    const messages = await reported((page) => page.add(column as unknown as Control));
    expect(messages).toEqual([expect.stringContaining('Did you mean "spacing"?')]);
  });

  test("once for each class and name, with the member set as in JavaScript", async () => {
    const container = new Container() as unknown as Anything;
    const other = new Container() as unknown as Anything;
    const messages = await reported((page) => {
      page.add(container as unknown as Control, other as unknown as Control);
      for (const color of ["red", "blue"]) container.bg_color = color;
      other.bg_color = "red";
    });
    expect(messages).toEqual([expect.stringContaining("Container.bg_color")]);
    expect(container.bg_color).toBe("blue");
  });

  test("but not fields, private names, hooks and members of an own class, unless only the spelling differs", async () => {
    class Own extends Column {
      field = 1;
      /** Reads a member that may not exist yet. */
      read(name: string): unknown {
        return Reflect.get(this, name);
      }
      _build(): void {}
      constructor() {
        super();
        Object.assign(this, { later: 2, _spacing: this.read("_visible") });
        this.key = "k";
        this.data = {};
      }
    }
    const own = new Own();
    expect(
      await reported((page) => {
        page.add(own);
        own.field = 2;
        own.didCatch = () => false;
      }),
    ).toEqual([]);
    const other = new (class Other extends Column {})() as unknown as Anything;
    expect(
      await reported((page) => {
        page.add(other as unknown as Control);
        other.Spacing = 3;
      }),
    ).toEqual([expect.stringContaining('Did you mean "spacing"?')]);
  });

  test("not in production", async () => {
    const messages: unknown[] = [];
    const h = mount(
      (page) => {
        page.onError = ({ error }) => messages.push(error);
        (page as unknown as Anything).titel = "x";
      },
      { isDevelopment: false },
    );
    await h.flush();
    expect(messages).toEqual([]);
    await h.unmount();
  });
});

describe("names of Flet", () => {
  test.each([
    "did_mount",
    "did_mount_async",
    "didMountAsync",
    "before_update",
    "will_unmount",
    "is_isolated",
    "didmount",
  ])("a method %s is an error at the first instance", (name) => {
    class Old extends Control {}
    Object.defineProperty(Old.prototype, name, { value() {}, configurable: true });
    expect(codeOf(() => new Old())).toBe("old-name");
    expect(() => new Old()).toThrow(`Old.${name}() is never called. The hook is `);
  });

  test("a member that is read by its name in Flet is an error in development", async () => {
    const h = mount(new Text());
    const page = h.page as unknown as { add_async(text: Text): void; update_async(): void; some_thing?: unknown };
    expect(() => page.update_async()).toThrow("Page.update_async is update here");
    expect(() => page.add_async(new Text())).toThrow(expect.objectContaining({ code: "old-name" }));
    expect(page.some_thing).toBeUndefined();
    await h.unmount();
  });

  test("UserControl is an error that names Control", () => {
    class Card extends UserControl {}
    expect(codeOf(() => new Card())).toBe("old-name");
    expect(() => new Card()).toThrow('write "class Card extends Control"');
  });
});

describe("a generator function is an error at once", () => {
  function* generator(): Generator<number> {
    yield 1;
  }
  async function* asyncGenerator(): AsyncGenerator<number> {
    yield 1;
  }

  test.each([generator, asyncGenerator])("as a handler: %s", (handler) => {
    expect(() => new Button({ onClick: handler })).toThrow("Button.onClick must not be a generator function");
    const button = new Button();
    expect(() => void (button.onClick = handler)).toThrow("Button.onClick must not be a generator function");
  });

  test("as a hook, as main, and as a task", async () => {
    class Card extends Control {}
    Object.defineProperty(Card.prototype, "didMount", { value: generator });
    expect(() => new Card()).toThrow("Card.didMount() must not be a generator function");
    expect(() => mount(generator as never)).toThrow("main function must not be a generator function");
    const text = new Text();
    const h = mount((page) => page.add(text));
    expect(() => text.runTask(generator as never)).toThrow("must not be a generator function");
    await h.unmount();
  });
});
