import { readdirSync, readFileSync } from "node:fs";
import type { Page as Tab } from "playwright-core";
import { Control, type Page } from "runlet";
import { mount } from "runlet/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { EventSpec, eventName } from "../../src/core/declaration/spec.ts";
import { NODE } from "../../src/core/tree/node.ts";
import { eventually } from "../support/patience.ts";
import { openContext } from "../support/shared-browser.ts";
import { openTabForMany, serveApp } from "./open.ts";
import type { Hands, Scene, Setting } from "./scenes/scene.ts";

const FOCUSABLE = "a[href], button, input, textarea, [tabindex='0']";
const FIELD = "input:not([type='range'], [type='checkbox'], [type='radio']), textarea, .r-rating-input";
/** Events that are not compared: they depend on layout, or on where the caret is at first. */
const NOT_COMPARED: readonly string[] = ["onSizeChange", "onSelectionChange"];

/** Types of the controls that were in a scene. */
const tried = new Set<string>();
/** Handlers that real input called in a scene, such as `Switch.onChange`. */
const called = new Set<string>();

/** Makes the controls of a scene, and records each event together with the value of the control at that time. */
function listening(make: () => Setting) {
  const log: unknown[] = [];
  const { used, root = used[0] as Control, without = [] } = make();
  for (const [index, control] of used.entries()) {
    const { type, entries } = control[NODE].spec;
    tried.add(type);
    for (const [property, entry] of Object.entries(entries)) {
      if (!(entry instanceof EventSpec) || [...NOT_COMPARED, ...without].includes(property)) continue;
      Reflect.set(control, property, ({ data }: { data: unknown }) => {
        called.add(`${type}.${property}`);
        log.push([index, eventName(property), withoutPositions(data), Reflect.get(control, "value")]);
      });
    }
  }
  const received = () => [...log, ...used.map((control) => Reflect.get(control, "value"))];
  return { main: (page: Page) => page.add(root), used: used as [Control], heard: received };
}

/** Empties positions, which depend on the layout. The test only compares that there is a position. */
function withoutPositions(data: unknown): unknown {
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, name.endsWith("Position") ? {} : value]),
  );
}

function inBrowser(tab: Tab): Hands {
  const at = (control: Control) => tab.locator(`[data-id="${control.id}"]`);
  /** Waits until the app has the value that the tab shows: while it is on its way, the next values are merged. */
  const arrived = async (control: Control) => {
    const field = at(control).locator(FIELD).first();
    if ((await field.count()) === 0) return;
    await eventually(async () => expect(String(Reflect.get(control, "value"))).toBe(await field.inputValue()));
  };
  const hands: Hands = {
    tap: (control) => at(control).tap(),
    async press(control, key) {
      // Chromium drops a press of Space that is held when the pressed look of a tap ends, 150 ms after it.
      if (key === " ") await tab.waitForFunction(() => document.querySelector(":active") === null);
      const element = at(control);
      const isItself = await element.evaluate((found, focusable) => found.matches(focusable), FOCUSABLE);
      const target = isItself ? element : element.locator(FOCUSABLE).first();
      if (isItself || (await target.count()) > 0) await target.press(key === " " ? "Space" : key);
      await arrived(control);
    },
    async type(control, text) {
      for (const letter of text) await hands.press(control, letter === "\n" ? "Enter" : letter);
    },
  };
  return hands;
}

const all = await loadControls();
const folder = new URL("./scenes/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "scene.ts");
const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)));
const scenes = modules.flatMap((module: { scenes: readonly Scene[] }) => module.scenes);

let main: (page: Page) => void;
let app: Awaited<ReturnType<typeof serveApp>>;

let tab: Tab;

beforeAll(async () => {
  app = await serveApp((page) => main(page));
  const context = await openContext({ viewport: { width: 900, height: 700 }, hasTouch: true });
  await context.route("https://example.com/", (route) => route.fulfill({ status: 204 }));
  ({ tab } = await openTabForMany(context));
});
afterAll(() => app.close());

// The last tests read what the scenes recorded, so these tests keep their order when other files are shuffled.
describe("real input", { shuffle: false }, () => {
  test.each(scenes)("the testing kit fires the same events as a browser: %s", async (_, make, act) => {
    const kit = listening(make);
    await act(mount(kit.main), ...kit.used);
    const browser = listening(make);
    main = browser.main;
    await tab.goto(app.url);
    await tab.locator(".r-page").waitFor();
    await act(inBrowser(tab), ...browser.used);
    await eventually(() => expect(browser.heard()).toEqual(kit.heard()));
    expect(kit.heard().length).toBeGreaterThan(1);
  });

  test("every event is fired by real input, in a scene here or in another test file", () => {
    const own = (name: string) => name.endsWith(".test.ts") && name !== "every-control.test.ts";
    const texts = readdirSync(new URL("./", import.meta.url), { recursive: true, encoding: "utf8" })
      .filter(own)
      .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"));
    // Another test file counts if it contains the type of the control, and the name of the handler or the event.
    const names = (text: string, word: string) => new RegExp(`\\b${word}\\b`).test(text);
    // Tests of gestures build the names of events from two parts, such as `secondaryLongPress` and `MoveUpdate`.
    const PARTS = /(Down|Cancel|Start|MoveUpdate|Update|Up|End)$/;
    const inParts = (text: string, event: string) =>
      PARTS.test(event) && names(text, event.replace(PARTS, "")) && names(text, PARTS.exec(event)?.[0] ?? "");
    const isTested = (type: string, property: string) =>
      texts.some(
        (text) =>
          names(text, type) &&
          (names(text, property) || names(text, eventName(property)) || inParts(text, eventName(property))),
      );
    const missing = all.flatMap(({ type, class: { spec } }) =>
      Object.entries(spec.entries)
        .filter(
          ([property, entry]) =>
            entry instanceof EventSpec && !(type !== "Control" && property in Control.spec.entries),
        )
        .map(([property]) => property)
        .filter((property) => !called.has(`${type}.${property}`) && !isTested(type, property))
        .map((property) => `${type}.${property}`),
    );
    expect(missing).toEqual([]);
  });

  test("every control with a click, tap, change or submit event has a scene", () => {
    const usable = all.filter(({ class: { spec } }) =>
      ["onClick", "onTap", "onChange", "onSubmit"].some((name) => name in spec.entries),
    );
    expect(usable.map(({ type }) => type).filter((type) => !tried.has(type))).toEqual([]);
  });
});
