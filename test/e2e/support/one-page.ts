import type { Page as Tab } from "playwright-core";
import type { Control, Page } from "runlet";
import { serve } from "runlet/server";
import { afterAll } from "vitest";
import { FaultProxy } from "../../support/fault-proxy.ts";
import { openTab } from "../open.ts";
import { handsLoaded } from "./hands.ts";
import { silent, until } from "./scene.ts";

/** One session in one tab, for many cases: each shows controls of its own. */
export class OnePage {
  readonly tab: Tab;
  readonly page: Page;
  readonly proxy: FaultProxy;
  /** Warnings of the server: refused commands. */
  readonly warnings: string[];
  /** Errors and warnings of the console. */
  readonly problems: string[];
  #shown = 0;

  private constructor(parts: Pick<OnePage, "tab" | "page" | "proxy" | "warnings" | "problems">) {
    this.tab = parts.tab;
    this.page = parts.page;
    this.proxy = parts.proxy;
    this.warnings = parts.warnings;
    this.problems = parts.problems;
  }

  static async open(): Promise<OnePage> {
    const warnings: string[] = [];
    const problems: string[] = [];
    let page: Page | undefined;
    // The cursor of a field is reported a moment later, when the field of an earlier case may be gone.
    const warn = (line: string): void => void (/not-mounted.*selection/.test(line) || warnings.push(line));
    const log = { ...silent, warn };
    const app = await serve((opened) => void (page = opened), { port: 0, log });
    const proxy = await FaultProxy.start({ port: app.port });
    const { tab } = await openTab("about:blank");
    afterAll(async () => {
      await tab.context().close();
      await proxy.close();
      await app.close();
    });
    tab.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) problems.push(message.text());
    });
    tab.on("pageerror", (error) => void problems.push(String(error)));
    await tab.goto(`http://127.0.0.1:${proxy.port}/`);
    await handsLoaded(tab);
    return new OnePage({ tab, page: page as Page, proxy, warnings, problems });
  }

  /** Shows controls instead of the earlier ones, and waits until the tab shows them. `delay` is added each way. */
  async show(controls: readonly Control[], delay = 0): Promise<void> {
    this.proxy.delay = {};
    await this.tab.mouse.move(890, 690);
    // The focus would move on to what is shown next.
    await this.tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    this.page.controls = [...controls];
    const title = `case ${++this.#shown}`;
    this.page.title = title;
    this.page.update();
    await this.tab.waitForFunction((name) => document.title === name, title);
    this.warnings.length = 0;
    this.problems.length = 0;
    this.proxy.delay = delay === 0 ? {} : { up: delay, down: delay };
  }

  /** Waits until what the app did until now is shown, and what the client sent before has arrived. */
  async settled(): Promise<void> {
    const title = `case ${++this.#shown}`;
    this.page.title = title;
    this.page.update();
    await this.tab.waitForFunction((name) => document.title === name, title);
    await this.tab.evaluate(() => new Promise(requestAnimationFrame));
  }

  until(condition: () => boolean | Promise<boolean>): Promise<void> {
    return until(condition);
  }
}
