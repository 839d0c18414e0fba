import { Button, Checkbox, Column, Container, Control, Row, Text, TextField } from "runlet";

/** A property: its initial value, and values to try. */
export interface PropKind {
  readonly initial: unknown;
  readonly samples: readonly unknown[];
}

/** What the model knows about a kind of control: everything that a random program may do with it. */
export interface Kind {
  readonly name: string;
  /** The `$type` of its document. */
  readonly type: string;
  readonly make: new () => Control;
  /** Whether it reports its hooks. The others test the paths of classes without hooks. */
  readonly isTraced: boolean;
  readonly isIsolated: boolean;
  readonly list?: string;
  readonly singles: readonly string[];
  /** Slot that may hold a text in place of a control. */
  readonly textSlot?: string;
  readonly props: { readonly [name: string]: PropKind };
  /** Property that a client may write, with valid values and one of a wrong type. */
  readonly writable?: { readonly name: string; readonly samples: readonly unknown[]; readonly wrong: unknown };
  /** Events, with a valid payload of each. */
  readonly events: { readonly [name: string]: unknown };
  /** Which results of `build()` have a slot. It need not be a slot that the app may set. */
  readonly builds: "anything" | "list" | "one" | "nothing";
}

/** Hooks that report to the model, stored in the control's `data`. */
export interface Hooks {
  build(): Control | readonly Control[] | undefined;
  beforeUpdate(): void;
  didMount(): void;
  willUnmount(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: TypeScript requires this of the base class of a mixin
type Mixable = new (...args: any[]) => Control;

function traced(base: Mixable): Mixable {
  return class extends base {
    override build() {
      return (this.data as Hooks).build();
    }
    override beforeUpdate() {
      (this.data as Hooks).beforeUpdate();
    }
    override didMount() {
      (this.data as Hooks).didMount();
    }
    override willUnmount() {
      (this.data as Hooks).willUnmount();
    }
  };
}

function isolated(base: Mixable): Mixable {
  return class extends traced(base) {
    override isIsolated() {
      return true;
    }
  };
}

const flag = (initial: boolean): PropKind => ({ initial, samples: [!initial, initial] });
const value = (initial: unknown, ...samples: unknown[]): PropKind => ({ initial, samples });
const numbers = (length: number, from = 0) => Array.from({ length }, (_, n) => `f${n + from}`);

const common = {
  tooltip: value(null, "t/1", "t~2", "", null),
  opacity: value(1, 0.5, 0, 1),
  margin: value(null, 4, { left: 1 }, { left: 1, top: 2 }, { top: 2 }, null),
  visible: flag(true),
  disabled: flag(false),
};
const rowProps = {
  ...common,
  spacing: value(10, 0, 4, 10),
  alignment: value("start", "end", "center"),
  wrap: flag(false),
};
const textProps = {
  ...common,
  value: value("", "a", "b", "ü/~", "long ".repeat(30), ""),
  size: value(null, 12, 14, null),
  style: value(null, { size: 12 }, { size: 12, italic: true }, { weight: "bold" }, null),
  fontFamilyFallback: value(
    null,
    ["a"],
    ["a", "b"],
    ["b"],
    numbers(8),
    numbers(8, 1),
    numbers(9),
    numbers(12, 2),
    null,
  ),
};
const boxProps = { ...common, padding: value(null, 3, { left: 1, right: 2 }, { right: 5 }), blur: value(null, 2, 0) };
const plain = {
  isIsolated: false,
  isTraced: true,
  singles: [],
  events: { sizeChange: { width: 1, height: 2 } },
  builds: "nothing",
} as const;
const field = {
  type: "TextField",
  props: { ...common, value: textProps.value, hintText: value(null, "h"), readOnly: flag(false) },
  writable: { name: "value", samples: ["", "typed", "a", "typed long ".repeat(20)], wrong: 7 },
  events: { focus: undefined, change: "a" },
} as const;

/** The page is first. Programs make the others. */
export const PAGE: Omit<Kind, "make"> = {
  ...plain,
  name: "page",
  type: "Page",
  isTraced: false,
  list: "controls",
  props: { ...common, title: value(null, "one", "two"), spacing: rowProps.spacing, padding: value(10, 0, { left: 1 }) },
};

export const KINDS: readonly Kind[] = [
  { ...plain, name: "text", type: "Text", make: Text, isTraced: false, props: textProps, events: { tap: undefined } },
  { ...plain, name: "label", type: "Text", make: traced(Text), props: textProps, events: { tap: undefined } },
  { ...plain, name: "row", type: "Row", make: Row, isTraced: false, list: "controls", props: rowProps },
  { ...plain, name: "column", type: "Column", make: traced(Column), list: "controls", props: rowProps, builds: "list" },
  { ...plain, name: "box", type: "Control", make: traced(Control), props: common, builds: "anything" },
  {
    ...plain,
    name: "frame",
    type: "Container",
    make: traced(Container),
    singles: ["content"],
    props: boxProps,
    events: { click: undefined, hover: true },
    builds: "one",
  },
  { ...plain, ...field, name: "field", make: traced(TextField), singles: ["label", "icon"], textSlot: "label" },
  { ...plain, ...field, name: "input", make: TextField, isTraced: false, singles: ["icon"] },
  {
    ...plain,
    name: "check",
    type: "Checkbox",
    make: Checkbox,
    isTraced: false,
    singles: ["label"],
    textSlot: "label",
    props: { ...common, value: value(false, true, null, false), tristate: flag(false) },
    writable: { name: "value", samples: [true, false], wrong: "yes" },
    events: { change: true },
  },
  {
    ...plain,
    name: "button",
    type: "Button",
    make: traced(Button),
    singles: ["content"],
    textSlot: "content",
    props: common,
    events: { click: undefined, hover: true },
    builds: "one",
  },
  { ...plain, name: "island", type: "Row", make: isolated(Row), isIsolated: true, list: "controls", props: rowProps },
  {
    ...plain,
    name: "cell",
    type: "Container",
    make: isolated(Container),
    isIsolated: true,
    singles: ["content"],
    props: boxProps,
  },
  {
    ...plain,
    name: "islet",
    type: "Control",
    make: isolated(Control),
    isIsolated: true,
    props: common,
    builds: "anything",
  },
];
