import {
  Button,
  Column,
  Container,
  type Control,
  Dropdown,
  GestureDetector,
  IconButton,
  MenuItemButton,
  type Page,
  PopupMenuButton,
  PopupMenuItem,
  RangeSlider,
  SearchBar,
  Slider,
  Switch,
  Tab,
  TabBar,
  Tabs,
  Text,
  TextField,
  TextSpan,
} from "runlet";
import { type Harness, mount } from "runlet/testing";
import { describe, expect, test } from "vitest";

// K5 of the trials: what began ends, whatever hides, disables or removes the control.

const AT = { x: 1, y: 2 };
const WHERE = { localPosition: AT, globalPosition: { x: 3, y: 4 } };
const DRAG = { ...WHERE, kind: "touch", timestamp: 0 };
const POINTER = {
  ...WHERE,
  kind: "mouse",
  timestamp: 0,
  device: 1,
  pressure: 0,
  radiusMajor: 0,
  radiusMinor: 0,
  orientation: 0,
  tilt: 0,
  localDelta: null,
  globalDelta: null,
};

interface Case {
  readonly make: () => Control;
  readonly begin: string;
  readonly data?: unknown;
  readonly end: string;
  readonly ended?: unknown;
}
const touch = () => new GestureDetector({ content: new Text({ value: "x" }) });
const still = { ...WHERE, velocity: { x: 0, y: 0 } };

/** Beginnings with the end that the app hears. */
const CASES: { readonly [title: string]: Case } = {
  "hover of a Container": { make: () => new Container(), begin: "hover", data: true, end: "hover", ended: false },
  "hover of a Button": {
    make: () => new Button({ content: "x" }),
    begin: "hover",
    data: true,
    end: "hover",
    ended: false,
  },
  "hover of a menu item": {
    make: () => new MenuItemButton({ content: "x" }),
    begin: "hover",
    data: true,
    end: "hover",
    ended: false,
  },
  "hover of a tab": {
    make: () => new Tabs({ length: 1, content: new TabBar({ tabs: [new Tab({ label: "x" })] }) }).content as Control,
    begin: "hover",
    data: { hovering: true, index: 0 },
    end: "hover",
    ended: { hovering: false, index: 0 },
  },
  "focus of a TextField": { make: () => new TextField(), begin: "focus", end: "blur" },
  "focus of an IconButton": { make: () => new IconButton({ icon: "add" }), begin: "focus", end: "blur" },
  "focus of a Switch": { make: () => new Switch(), begin: "focus", end: "blur" },
  "focus of a Dropdown": { make: () => new Dropdown(), begin: "focus", end: "blur" },
  "focus of a SearchBar": { make: () => new SearchBar(), begin: "focus", end: "blur" },
  "focus of a Slider": { make: () => new Slider(), begin: "focus", end: "blur" },
  "a pointer over a GestureDetector": { make: touch, begin: "enter", data: POINTER, end: "exit", ended: POINTER },
  "a pan": { make: touch, begin: "panStart", data: DRAG, end: "panEnd", ended: { ...still, primaryVelocity: null } },
  "a horizontal drag": {
    make: touch,
    begin: "horizontalDragStart",
    data: DRAG,
    end: "horizontalDragEnd",
    ended: { ...still, primaryVelocity: 0 },
  },
  "a long press": {
    make: touch,
    begin: "longPressStart",
    data: WHERE,
    end: "longPressEnd",
    ended: still,
  },
  "a drag of a Slider": {
    make: () => new Slider({ value: 0.5 }),
    begin: "changeStart",
    data: 0.25,
    end: "changeEnd",
    ended: 0.5,
  },
  "a drag of a RangeSlider": {
    make: () => new RangeSlider({ startValue: 0.1, endValue: 0.9 }),
    begin: "changeStart",
    data: { startValue: 0.2, endValue: 0.8 },
    end: "changeEnd",
    ended: { startValue: 0.1, endValue: 0.9 },
  },
  "an open menu": {
    make: () => new PopupMenuButton({ content: "x", items: [new PopupMenuItem({ content: "y" })], onSelect: () => {} }),
    begin: "open",
    end: "cancel",
  },
};

const WAYS: { readonly [way: string]: (control: Control, around: Column) => void } = {
  hidden: (control) => void (control.visible = false),
  disabled: (control) => void (control.disabled = true),
  removed: (_, around) => void around.controls.splice(0),
  "inside something hidden": (_, around) => void (around.visible = false),
  "inside something disabled": (_, around) => void (around.disabled = true),
};

function listen(control: Control, heard: unknown[], ...events: string[]): void {
  for (const event of events) {
    const handler = `on${event.charAt(0).toUpperCase()}${event.slice(1)}`;
    Reflect.set(control, handler, ({ data, name }: { data: unknown; name: string }) => void heard.push([name, data]));
  }
}

function show(control: Control): { h: Harness; around: Column } {
  const around = new Column({ controls: [control] });
  return { h: mount(around), around };
}

describe.each(Object.entries(CASES))("%s", (_, { make, begin, data, end, ended }) => {
  test.each(Object.entries(WAYS))("ends when the control is %s", async (__, act) => {
    const heard: unknown[] = [];
    const control = make();
    listen(control, heard, begin, end);
    const { h, around } = show(control);
    await h.fire(control, begin, data as never);
    heard.length = 0;
    act(control, around);
    await h.flush();
    expect(heard).toEqual([[end, ended]]);
    // The client sends the end as well, because it has not heard yet.
    await h.fire(control, end, (end === "hover" ? ended : undefined) as never);
    expect(heard).toHaveLength(1);
    await h.unmount();
  });
});

// A menu without onOpen does not say that it opens.
const HEARD_AT_END = Object.entries(CASES).filter(([, { begin }]) => begin !== "open");

test.each(HEARD_AT_END)(
  "%s ends if the app listens to the end alone, and begins anew afterwards",
  async (_, { make, begin, data, end, ended }) => {
    const heard: unknown[] = [];
    const control = make();
    listen(control, heard, end);
    const { h } = show(control);
    for (let round = 0; round < 2; round++) {
      await h.fire(control, begin, data as never);
      heard.length = 0;
      control.disabled = true;
      await h.flush();
      expect(heard).toEqual([[end, ended]]);
      control.disabled = false;
      await h.flush();
    }
    await h.unmount();
  },
);

const press = { kind: "touch", ...WHERE };

describe("a press that the app hides", () => {
  test.each(["tap", "secondaryTap", "tertiaryTap"])("is canceled once: %s", async (kind) => {
    const heard: unknown[] = [];
    const box = touch();
    listen(box, heard, `${kind}Down`, `${kind}Up`, `${kind}Cancel`);
    const { h } = show(box);
    await h.fire(box, `${kind}Down`, press);
    box.visible = false;
    await h.flush();
    await h.fire(box, `${kind}Up`, press);
    expect(heard).toEqual([
      [`${kind}Down`, press],
      [`${kind}Cancel`, undefined],
    ]);
    await h.unmount();
  });

  test("is not canceled after its end", async () => {
    const heard: unknown[] = [];
    const box = touch();
    listen(box, heard, "tapDown", "tapUp", "tapCancel");
    const { h } = show(box);
    await h.fire(box, "tapDown", press);
    await h.fire(box, "tapUp", press);
    box.visible = false;
    await h.flush();
    expect(heard.map((event) => (event as unknown[])[0])).toEqual(["tapDown", "tapUp"]);
    await h.unmount();
  });

  test("a pan that has started ends and is not canceled; what is still reported of it is ignored", async () => {
    const heard: unknown[] = [];
    const box = touch();
    listen(box, heard, "panDown", "panStart", "panUpdate", "panEnd", "panCancel");
    const { h } = show(box);
    await h.fire(box, "panDown", WHERE);
    await h.fire(box, "panStart", DRAG as never);
    const move = {
      ...WHERE,
      localPosition: { x: 9, y: 9 },
      localDelta: AT,
      globalDelta: AT,
      primaryDelta: null,
      timestamp: 1,
    };
    await h.fire(box, "panUpdate", move);
    box.disabled = true;
    await h.flush();
    await h.fire(box, "panUpdate", move);
    await h.fire(box, "panEnd", { ...still, primaryVelocity: null });
    expect(heard.map((event) => (event as unknown[])[0])).toEqual(["panDown", "panStart", "panUpdate", "panEnd"]);
    expect(heard.at(-1)).toMatchObject(["panEnd", { localPosition: { x: 9, y: 9 } }]);
    await h.unmount();
  });
});

test("the kit's own focus: a field that the app hides or disables loses it, and hears it once", async () => {
  for (const property of ["visible", "disabled"] as const) {
    const heard: string[] = [];
    const note = ({ name }: { name: string }) => void heard.push(name);
    const field = new TextField({ label: "A", onFocus: note, onBlur: note });
    const other = new TextField({ label: "B" });
    await using h = mount(new Column({ controls: [field, other] }));
    await h.tap(field);
    field[property] = property === "disabled";
    await h.flush();
    await h.tap(other);
    expect(heard).toEqual(["focus", "blur"]);
    field[property] = property === "visible";
    await h.tap(field);
    await h.tap(other);
    expect(heard).toEqual(["focus", "blur", "focus", "blur"]);
  }
});

test("with autoUpdate off, the end comes with the update, and the person's own end before it counts", async () => {
  const heard: unknown[] = [];
  const box = new Container();
  listen(box, heard, "hover");
  await using h = mount((page: Page) => {
    page.autoUpdate = false;
    page.add(box);
    page.update();
  });
  await h.fire(box, "hover", true);
  box.visible = false;
  await h.fire(box, "hover", false);
  expect(heard).toEqual([
    ["hover", true],
    ["hover", false],
  ]);
  box.visible = true;
  await h.fire(box, "hover", true);
  box.visible = false;
  await h.flush();
  expect(heard).toHaveLength(3);
  h.page.update();
  await h.flush();
  expect(heard).toHaveLength(4);
});

test("in an isolated control, the end comes when its changes are sent", async () => {
  class Isolated extends Column {
    override isIsolated(): boolean {
      return true;
    }
  }
  const heard: unknown[] = [];
  const box = new Container();
  listen(box, heard, "hover");
  const around = new Isolated({ controls: [box] });
  await using h = mount(around);
  await h.fire(box, "hover", true);
  box.visible = false;
  await h.flush();
  expect(heard).toEqual([["hover", true]]);
  around.update();
  await h.flush();
  expect(heard).toEqual([
    ["hover", true],
    ["hover", false],
  ]);
});

test("a control that moves keeps what has started", async () => {
  const heard: unknown[] = [];
  const box = new Container();
  listen(box, heard, "hover");
  const [a, b] = [new Column({ controls: [box] }), new Column()];
  await using h = mount(new Column({ controls: [a, b] }));
  await h.fire(box, "hover", true);
  a.controls.pop();
  b.controls.push(box);
  await h.flush();
  expect(heard).toEqual([["hover", true]]);
  await h.fire(box, "hover", false);
  expect(heard).toHaveLength(2);
});

test("a span of text is left when its text goes", async () => {
  const heard: unknown[] = [];
  const span = new TextSpan({ text: "x" });
  listen(span, heard, "enter", "exit");
  await using h = mount(new Text({ spans: [span] }));
  await h.fire(span, "enter");
  h.page.controls.splice(0);
  await h.flush();
  expect(heard).toEqual([
    ["enter", undefined],
    ["exit", undefined],
  ]);
});

test("a handler that throws at the end is reported, and the others end", async () => {
  const heard: unknown[] = [];
  const box = new Container({
    onHover: ({ data }) => {
      if (!data) throw new Error("at the end");
    },
  });
  const field = new TextField();
  listen(field, heard, "blur");
  const around = new Column({ controls: [box, field] });
  await using h = mount(around);
  await h.fire(box, "hover", true);
  await h.fire(field, "focus");
  around.visible = false;
  await expect(h.flush()).rejects.toThrow("at the end");
  expect(heard).toEqual([["blur", undefined]]);
});
