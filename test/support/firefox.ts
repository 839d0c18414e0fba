import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, launch, type Page } from "puppeteer-core";
import { inject, onTestFinished } from "vitest";
import { requireFirefox } from "../../scripts/find-browser.ts";
import { eventually, PATIENCE } from "./patience.ts";

/** A page in Firefox. Selectors are CSS, or `text/…` and `aria/…` of Puppeteer. */
export interface FirefoxPage {
  /** Errors and warnings of the console and of scripts. */
  readonly problems: readonly string[];
  goto(url: string): Promise<void>;
  /** Calls a function in the page. It gets a copy of the argument, and sees nothing of the test. */
  evaluate<A, R>(run: (arg: A) => R, arg: A): Promise<Awaited<R>>;
  evaluate<R>(run: () => R): Promise<Awaited<R>>;
  /** Waits until a function returns this value in the page. */
  until<R>(run: () => R, expected: Awaited<R>): Promise<unknown>;
  setViewport(width: number, height: number): Promise<void>;
  /** Waits for an element, and clicks in the middle of it. */
  click(selector: string): Promise<void>;
  /** Types a text by the keyboard, to the element with the focus. */
  type(text: string): Promise<void>;
  /** Presses a key, such as `Tab`. */
  press(key: "Tab" | "Enter" | "Backspace"): Promise<void>;
  /** Presses a letter while the Control key is down. */
  pressControl(key: "y" | "z"): Promise<void>;
  /** Turns the wheel over the middle of an element, by a number of pixels. */
  wheel(selector: string, pixels: number): Promise<void>;
  /** Closes the page before the test ends. */
  close(): Promise<void>;
}

let firefox: Promise<Browser> | undefined;

/**
 * Opens an empty page in the Firefox that all tests of this process share, for tests that close its context themselves.
 * The first call starts Firefox, headless.
 */
export async function openFirefoxTab(): Promise<Page> {
  firefox ??= start();
  // A context of its own shares no cookies and no storage with other pages.
  const page = await (await (await firefox).createBrowserContext()).newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** Opens a page in the Firefox that all tests of this process share, until the test ends. */
export async function openFirefoxPage(): Promise<FirefoxPage> {
  const page = await openFirefoxTab();
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= page.browserContext().close());
  onTestFinished(close);
  const problems: string[] = [];
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  const evaluate = (run: (arg: never) => unknown, arg?: unknown) => page.evaluate(run, arg as never) as Promise<never>;
  return {
    problems,
    evaluate,
    async goto(url) {
      await page.goto(url);
    },
    until: (run, expected) =>
      eventually(async () => {
        const value: unknown = await evaluate(run);
        if (value !== expected) throw new Error(`${run} returns ${String(value)}, not ${String(expected)}`);
      }),
    setViewport: (width, height) => page.setViewport({ width, height }),
    async click(selector) {
      await (await page.waitForSelector(selector))?.click();
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    async pressControl(key) {
      await page.keyboard.down("Control");
      await page.keyboard.press(key);
      await page.keyboard.up("Control");
    },
    async wheel(selector, pixels) {
      await (await page.waitForSelector(selector))?.hover();
      await page.mouse.wheel({ deltaY: pixels });
    },
    close,
  };
}

/**
 * Starts Firefox with a new profile. The process of the tests is ended by a signal, too early to close Firefox, so the
 * process that started it does that: it finds the process of Firefox by the name of a file.
 */
async function start(): Promise<Browser> {
  const folder = inject("firefoxFolder");
  const started = await launch({
    browser: "firefox",
    executablePath: requireFirefox(),
    headless: true,
    userDataDir: await mkdtemp(join(folder, "profile-")),
    defaultViewport: { width: 800, height: 600 },
    // Scrollbars cover the content, as in Flutter. In the headless Chromium of the other tests they take no space either.
    extraPrefsFirefox: { "ui.useOverlayScrollbars": 1 },
  });
  await writeFile(join(folder, `${started.process()?.pid}.pid`), "");
  return started;
}
