import type { BrowserContext, Page as Tab } from "playwright-core";
import { Column, FilledButton, type Page, Text, TextField } from "runlet";
import { type AppOptions, type RunningApp, serve } from "runlet/server";
import { expect, onTestFinished } from "vitest";
import { FaultProxy } from "../../support/fault-proxy.ts";
import { eventually, loopTime } from "../../support/patience.ts";
import { openTab } from "../open.ts";

const ignore = (): void => {};
export const silent: NonNullable<AppOptions["log"]> = { info: ignore, warn: ignore, error: ignore };

/** A text that counts how often it is mounted. */
class MountCounter extends Text {
  readonly #scene: Scene;
  constructor(scene: Scene) {
    super({ value: "0" });
    this.#scene = scene;
  }
  override didMount() {
    this.#scene.mounts++;
  }
}

/** An app with state that a person could lose: a count, a field, a list that scrolls, and a page that scrolls. */
export class Scene {
  /** How often the app ran, was mounted, lost its client and got it back. */
  runs = 0;
  mounts = 0;
  losses = 0;
  returns = 0;
  /** The page and the controls of the session that started last. */
  page!: Page;
  count!: Text;
  field!: TextField;
  rows!: Column;
  readonly main = (page: Page): void => {
    this.runs++;
    this.page = page;
    page.onDisconnect = () => void this.losses++;
    page.onConnect = () => void this.returns++;
    const count = new MountCounter(this);
    this.count = count;
    this.field = new TextField({ label: "Note" });
    this.rows = new Column({ height: 150, scroll: "auto", controls: lines("row", 40) });
    const add = () => {
      count.value = String(Number(count.value) + 1);
    };
    page.add(count, new FilledButton({ content: "Count", onClick: add }), this.field, this.rows);
    page.add(...lines("line", 60));
  };
}

function lines(name: string, count: number): Text[] {
  return Array.from({ length: count }, (_, n) => new Text({ value: `${name} ${n}` }));
}

/** A tab, and a record of its requests and frames since it was created. */
export interface Recorded {
  readonly tab: Tab;
  readonly requests: string[];
  /** WebSocket frames, as text. */
  readonly sent: string[];
  readonly received: string[];
}

export function record(tab: Tab): Recorded {
  const recorded: Recorded = { tab, requests: [], sent: [], received: [] };
  tab.on("request", (request) => recorded.requests.push(request.url()));
  tab.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => recorded.sent.push(String(payload)));
    socket.on("framereceived", ({ payload }) => recorded.received.push(String(payload)));
  });
  return recorded;
}

/** A running app, and a proxy that can break its connections. */
export interface Served {
  readonly scene: Scene;
  readonly app: RunningApp;
  readonly proxy: FaultProxy;
  /** URL of the app through the proxy. */
  readonly url: string;
}

/** Serves a scene through a proxy until the test ends. */
export async function serveScene(options: AppOptions = {}): Promise<Served> {
  const scene = new Scene();
  const app = await serve(scene.main, { port: 0, log: silent, ...options });
  const proxy = await FaultProxy.start({ port: app.port });
  onTestFinished(async () => {
    await proxy.close();
    await app.close();
  });
  return { scene, app, proxy, url: `http://127.0.0.1:${proxy.port}/` };
}

/** Opens an empty tab in a new browser context. */
export async function openBlank(): Promise<{ readonly tab: Tab; readonly context: BrowserContext }> {
  const { tab } = await openTab("about:blank");
  const context = tab.context();
  onTestFinished(() => context.close());
  return { tab, context };
}

/** Opens a URL in a new browser context. `prepare` receives the tab before anything is loaded. */
export async function visit(url: string, prepare: (tab: Tab) => Promise<unknown> = async () => {}): Promise<Recorded> {
  const { tab } = await openBlank();
  await prepare(tab);
  const recorded = record(tab);
  await tab.goto(url);
  await shown(tab);
  return recorded;
}

/** Serves a scene and opens it. */
export async function openScene(
  options: AppOptions = {},
  prepare?: (tab: Tab) => Promise<unknown>,
): Promise<Served & Recorded> {
  const served = await serveScene(options);
  return { ...served, ...(await visit(served.url, prepare)) };
}

export async function shown(tab: Tab): Promise<void> {
  await tab.getByRole("button", { name: "Count" }).waitFor();
}

/** Clicks the button, and waits until the next count is shown. */
export async function press(tab: Tab): Promise<void> {
  const next = (await countOf(tab)) + 1;
  await tab.getByRole("button", { name: "Count" }).click();
  await until(async () => (await countOf(tab)) === next);
}

export async function countOf(tab: Tab): Promise<number> {
  return Number(await tab.locator(".r-text").first().textContent());
}

/** Prepares state that must survive: a focused field with a selected word, a scrolled list and a scrolled page. */
export async function settle(tab: Tab): Promise<void> {
  await tab.getByRole("textbox", { name: "Note" }).fill("The quick brown fox");
  await tab.evaluate(() => {
    const input = document.querySelector("input") as HTMLInputElement;
    input.focus();
    input.setSelectionRange(4, 9, "backward");
    document.querySelector(".r-column")?.scrollTo(0, 137);
    scrollTo(0, 90);
    for (const element of document.querySelectorAll(".r-stage *")) Reflect.set(element, "isOld", true);
  });
}

/** Returns the state that {@link settle} prepared, as it is now. */
export async function look(tab: Tab): Promise<object> {
  return tab.evaluate(() => {
    const input = document.querySelector("input") as HTMLInputElement;
    return {
      hasFocus: document.activeElement === input,
      value: input.value,
      marked: [input.selectionStart, input.selectionEnd, input.selectionDirection],
      list: document.querySelector(".r-column")?.scrollTop,
      window: scrollY,
    };
  });
}

/** Returns the number of elements that were added to the page since {@link settle}. */
export async function strangers(tab: Tab): Promise<number> {
  return tab.evaluate(
    () => [...document.querySelectorAll(".r-stage *")].filter((element) => !("isOld" in element)).length,
  );
}

/** Starts to count how often the connection banner appears, however briefly. The result returns the count. */
export async function watchBanner(tab: Tab): Promise<() => Promise<number>> {
  await tab.evaluate(() => {
    const status = document.querySelector(".r-notices > [role=status]") as HTMLElement;
    Reflect.set(window, "banners", 0);
    new MutationObserver(() => {
      if (!status.hidden) Reflect.set(window, "banners", Reflect.get(window, "banners") + 1);
    }).observe(status, { attributes: true, attributeFilter: ["hidden"] });
  });
  return () => tab.evaluate(() => Reflect.get(window, "banners") as number);
}

/** Returns how often the page was loaded. */
export function loads({ requests }: Recorded, url: string): number {
  return requests.filter((each) => each === url).length;
}

/** Returns the messages of one type among frames. */
export function messages<T = { readonly [name: string]: unknown }>(frames: readonly string[], type: string): T[] {
  // A frame that begins with a line break is continued by the next one.
  const texts = frames
    .join("\0")
    .replaceAll(/\n([^\0]*)\0/g, "$1")
    .split("\0")
    .filter((text) => text !== "");
  return texts.map((text) => JSON.parse(text) as { type: string } & T).filter((message) => message.type === type);
}

/** Returns the ids of the sessions that a tab received, in order. */
export function sessionsOf({ received }: Recorded): string[] {
  return messages<{ session: string }>(received, "welcome").map(({ session }) => session);
}

export async function until(check: () => unknown): Promise<void> {
  await eventually(async () => expect(await check()).toBe(true));
}

/** Returns how long a function takes, in milliseconds of {@link loopTime}. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const passed = loopTime();
  await run();
  return passed();
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
