import { readdirSync, readFileSync } from "node:fs";
import type { BrowserContext, Page as Tab } from "playwright-core";
import { Control, type Page } from "runlet";
import { mount } from "runlet/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { NODE } from "../../src/core/node.ts";
import { EventSpec, eventName } from "../../src/core/spec.ts";
import { eventually } from "../support/patience.ts";
import { openContext } from "../support/shared-browser.ts";
import { openTabIn, serveApp } from "./open.ts";
import type { Hands, Scene, Setting } from "./scenes/scene.ts";

const FOCUSABLE = "a[href], button, input, textarea, [tabindex='0']";
/** What depends on drawing, or on where the caret is at first. */
const UNSAID: readonly string[] = ["onSizeChange", "onSelectionChange"];

/** Kinds of control that were in a scene. */
const tried = new Set<string>();
/** Handlers that real input called in one: `Switch.onChange`. */
const called = new Set<string>();

/** A scene whose app listens to everything, and what it hears, with the values as they are at the time. */
function listening(make: () => Setting) {
  const log: unknown[] = [];
  const { used, root = used[0] as Control, without = [] } = make();
  for (const [index, control] of used.entries()) {
    const { type, entries } = control[NODE].spec;
    tried.add(type);
    for (const [property, entry] of Object.entries(entries)) {
      if (!(entry instanceof EventSpec) || [...UNSAID, ...without].includes(property)) continue;
      Reflect.set(control, property, ({ data }: { data: unknown }) => {
        called.add(`${type}.${property}`);
        log.push([index, eventName(property), withoutPlaces(data), Reflect.get(control, "value")]);
      });
    }
  }
  const received = () => [...log, ...used.map((control) => Reflect.get(control, "value"))];
  return { main: (page: Page) => page.add(root), used: used as [Control], heard: received };
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

const all = await loadControls();
const folder = new URL("./scenes/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "scene.ts");
const modules = await Promise.all(files.sort().map((name) => import(new URL(name, folder).href)));
const scenes = modules.flatMap((module: { scenes: readonly Scene[] }) => module.scenes);

let main: (page: Page) => void;
let app: Awaited<ReturnType<typeof serveApp>>;

let context: BrowserContext;

beforeAll(async () => {
  app = await serveApp((page) => main(page));
  context = await openContext({ viewport: { width: 900, height: 700 }, hasTouch: true });
  await context.route("https://example.com/", (route) => route.fulfill({ status: 204 }));
});
afterAll(() => app.close());

// The last tests look at what the scenes called, so this file keeps its order when the others are shuffled.
describe("real input", { shuffle: false }, () => {
  test.each(scenes)("the testing kit tells the app what a browser does: %s", async (_, make, act) => {
    const kit = listening(make);
    await act(mount(kit.main), ...kit.used);
    const browser = listening(make);
    main = browser.main;
    const { tab } = await openTabIn(context, app.url);
    await tab.locator(".r-page").waitFor();
    await act(inBrowser(tab), ...browser.used);
    await eventually(() => expect(browser.heard()).toEqual(kit.heard()));
    expect(kit.heard().length).toBeGreaterThan(1);
    await tab.close();
  });

  test("every event is fired by real input, here or in a test of its own", () => {
    const own = (name: string) => name.endsWith(".test.ts") && name !== "every-control.test.ts";
    const texts = readdirSync(new URL("./", import.meta.url))
      .filter(own)
      .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"));
    // A test of a control on its own names the handler, or the event as it comes.
    const names = (text: string, word: string) => new RegExp(`\\b${word}\\b`).test(text);
    // Of gestures with many events the parts are put together: `secondaryLongPress` and `MoveUpdate`.
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

  test("every control that a person can use has a scene", () => {
    const usable = all.filter(({ class: { spec } }) =>
      ["onClick", "onTap", "onChange", "onSubmit"].some((name) => name in spec.entries),
    );
    expect(usable.map(({ type }) => type).filter((type) => !tried.has(type))).toEqual([]);
  });
});
