import type { Page as Tab } from "playwright-core";
import { Button, Checkbox, Column, Container, type Control, type Page, Row, Text, TextField, TextSpan } from "runlet";
import { mount } from "runlet/testing";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { NODE } from "../../src/core/node.ts";
import { EventSpec, eventName } from "../../src/core/spec.ts";
import { openTab, serveApp } from "./open.ts";

/** What a person may do with a page: by the testing kit, or in a browser. */
interface Hands {
  tap(control: Control): Promise<void>;
  press(control: Control, key: string): Promise<void>;
  type(control: Control, text: string): Promise<void>;
}

type Act = (hands: Hands, ...used: [Control, ...Control[]]) => Promise<void>;

/** What is used, and what stands on the page, if that is something else. */
interface Scene {
  readonly used: readonly Control[];
  readonly root?: Control;
}

const FOCUSABLE = "a[href], button, input, textarea, [tabindex='0']";
/** What depends on drawing, or on where the caret is at first. */
const UNSAID: readonly string[] = ["onSizeChange", "onSelectionChange"];

/** Kinds of control that were in a scene. */
const tried = new Set<string>();

/** A scene whose app listens to everything, and what it hears, with the values as they are at the time. */
function listening(make: () => Scene) {
  const log: unknown[] = [];
  const { used, root = used[0] as Control } = make();
  for (const [index, control] of used.entries()) {
    const { type, entries } = control[NODE].spec;
    tried.add(type);
    for (const [property, entry] of Object.entries(entries)) {
      if (!(entry instanceof EventSpec) || UNSAID.includes(property)) continue;
      Reflect.set(control, property, ({ data }: { data: unknown }) => {
        log.push([index, eventName(property), withoutPlaces(data), Reflect.get(control, "value")]);
      });
    }
  }
  const heard = () => [...log, ...used.map((control) => Reflect.get(control, "value"))];
  return { main: (page: Page) => page.add(root), used: used as [Control], heard };
}

/** Where a finger came down is for who draws to say: only that something was said of it. */
function withoutPlaces(data: unknown): unknown {
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, name.endsWith("Position") ? {} : value]),
  );
}

function inBrowser(tab: Tab): Hands {
  const at = (control: Control) => tab.locator(`[data-id="${control.id}"]`);
  const hands: Hands = {
    tap: (control) => at(control).tap(),
    async press(control, key) {
      const element = at(control);
      const isItself = await element.evaluate((found, focusable) => found.matches(focusable), FOCUSABLE);
      const target = isItself ? element : element.locator(FOCUSABLE).first();
      if (isItself || (await target.count()) > 0) await target.press(key === " " ? "Space" : key);
    },
    async type(control, text) {
      for (const letter of text) await hands.press(control, letter === "\n" ? "Enter" : letter);
    },
  };
  return hands;
}

const one = (make: () => Control) => (): Scene => ({ used: [make()] });

/** Taps it, and presses it by the keyboard. */
const use: Act = async (hands, control) => {
  await hands.tap(control);
  await hands.press(control, "Enter");
  if (Reflect.get(control, "url") == null) await hands.press(control, " ");
};

const types =
  (text: string): Act =>
  (hands, field) =>
    hands.type(field, text);

const all = await loadControls();
const buttons = all
  .filter(({ class: { spec } }) => spec.semantics.role === "button")
  .map(({ type, class: control }) => [type, control as unknown as typeof Button] as const);

const scenes: (readonly [what: string, make: () => Scene, act: Act])[] = [
  ...buttons.map(([type, kind]) => [type, one(() => new kind({ content: "Go" })), use] as const),
  ["a button that leads elsewhere", one(() => new Button({ content: "Go", url: "https://example.com/" })), use],
  ["a checkbox", one(() => new Checkbox()), use],
  [
    "a checkbox of three",
    one(() => new Checkbox({ tristate: true, value: true })),
    async (hands, box) => {
      for (let time = 0; time < 4; time++) await use(hands, box);
    },
  ],
  ["a text", one(() => new Text({ value: "t" })), use],
  ["a container", one(() => new Container({ width: 20, height: 20 })), use],
  [
    "a container that leads elsewhere",
    one(() => new Container({ width: 20, height: 20, url: "https://example.com/" })),
    use,
  ],
  [
    "a span",
    () => {
      const span = new TextSpan({ text: "s" });
      return { used: [span], root: new Text({ spans: [span] }) };
    },
    use,
  ],
  [
    "a field of one line",
    one(() => new TextField({ value: "a" })),
    async (hands, field) => {
      await hands.tap(field);
      await hands.type(field, "bc\n");
      for (const key of ["Backspace", "Shift+Enter"]) await hands.press(field, key);
    },
  ],
  ["a field of many lines", one(() => new TextField({ multiline: true })), types("a\nb")],
  [
    "a field that Enter submits",
    one(() => new TextField({ shiftEnter: true })),
    async (hands, field) => {
      await hands.type(field, "a\n");
      await hands.press(field, "Shift+Enter");
    },
  ],
  ["a secret of many lines", one(() => new TextField({ multiline: true, password: true })), types("a\nb")],
  [
    "a field for three digits",
    one(() => new TextField({ maxLength: 3, inputFilter: { regexString: "[0-9]" } })),
    types("1a2b345"),
  ],
  [
    "a read-only field",
    one(() => new TextField({ readOnly: true, value: "r" })),
    async (hands, field) => {
      await hands.tap(field);
      await hands.press(field, "Enter");
    },
  ],
  [
    "what stands in what can be pressed",
    () => {
      const button = new Button({ content: new Row({ controls: [new Text({ value: "deep" })] }) });
      const box = new Checkbox({ label: new Text({ value: "label" }) });
      const outer = new Container({ content: new Column({ controls: [button, box] }) });
      return { used: [outer, button, box], root: outer };
    },
    async (hands, _, button, box) => {
      await hands.tap(Reflect.get(button as Control, "content") as Control);
      await hands.tap(Reflect.get(box as Control, "label") as Control);
    },
  ],
  [
    "the keyboard that goes from one to another",
    () => {
      const used = [new TextField(), new Button({ content: "b" }), new Checkbox(), new TextField()];
      return { used, root: new Column({ controls: used }) };
    },
    async (hands, ...used) => {
      for (const control of [...used, ...used.toReversed()]) await hands.tap(control);
    },
  ],
];

let main: (page: Page) => void;
let app: Awaited<ReturnType<typeof serveApp>>;

beforeAll(async () => {
  app = await serveApp((page) => main(page));
});
afterAll(() => app.close());

test.each(scenes)("the testing kit tells the app what a browser does: %s", async (_, make, act) => {
  const kit = listening(make);
  await act(mount(kit.main), ...kit.used);
  const browser = listening(make);
  main = browser.main;
  const { tab } = await openTab(app.url, { hasTouch: true });
  await tab.context().route("https://example.com/", (route) => route.fulfill({ status: 204 }));
  await tab.locator(".r-page").waitFor();
  await act(inBrowser(tab), ...browser.used);
  await vi.waitFor(() => expect(browser.heard()).toEqual(kit.heard()), 2000);
  expect(kit.heard().length).toBeGreaterThan(1);
  await tab.context().close();
});

test("every control that a person can use has a scene above", () => {
  const usable = all.filter(({ class: { spec } }) =>
    ["onClick", "onTap", "onChange", "onSubmit"].some((name) => name in spec.entries),
  );
  expect(usable.map(({ type }) => type).filter((type) => !tried.has(type))).toEqual([]);
});
