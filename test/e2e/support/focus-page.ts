import type { Locator } from "playwright-core";
import { type Control, type Page, SearchBar } from "runlet";
import { expect } from "vitest";
import { FaultProxy } from "../../support/fault-proxy.ts";
import { button, type FocusCase } from "../../support/focus-cases/case.ts";
import { PATIENCE } from "../../support/patience.ts";
import { type Opened, openTab, serveApp } from "../open.ts";
import { handsLoaded } from "./hands.ts";

/** A page in a tab, whose controls a test replaces. */
export class FocusPage {
  readonly page: Page;
  readonly opened: Opened;
  /** The line between the tab and the app. */
  readonly proxy: FaultProxy;
  readonly close: () => Promise<void>;

  private constructor(page: Page, opened: Opened, proxy: FaultProxy, close: () => Promise<void>) {
    this.page = page;
    this.opened = opened;
    this.proxy = proxy;
    this.close = close;
  }

  static async open(): Promise<FocusPage> {
    let page: Page | undefined;
    const app = await serveApp((started) => {
      page = started;
    });
    const proxy = await FaultProxy.start({ port: app.port });
    const opened = await openTab(`http://127.0.0.1:${proxy.port}/`);
    await opened.tab.locator(".r-window").waitFor();
    await handsLoaded(opened.tab);
    return new FocusPage(page as unknown as Page, opened, proxy, async () => {
      await opened.tab.close();
      await proxy.close();
      await app.close();
    });
  }

  at(control: Control): Locator {
    return this.opened.tab.locator(`[data-id="${control.id}"]`);
  }

  /** Replaces the controls of the page. */
  async show(...controls: Control[]): Promise<void> {
    this.page.controls = controls;
    this.page.update();
    await this.at(controls[0] as Control).waitFor();
  }

  /** Waits until the tab shows what the app has changed so far. */
  async shown(): Promise<void> {
    const title = `update ${Math.random()}`;
    this.page.title = title;
    this.page.update();
    await this.opened.tab.waitForFunction((expected) => document.title === expected, title);
  }

  /** Returns the name of what has the focus, or "body". */
  focused(): Promise<string> {
    return this.opened.tab.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      if (at === document.body) return "body";
      const own = at.ariaLabel ?? at.getAttribute("aria-description");
      const by = at.getAttribute("aria-labelledby");
      const label = (at as HTMLInputElement).labels?.[0]?.textContent;
      const named = by === null ? null : document.getElementById(by)?.textContent;
      const views: { [name: string]: string | undefined } = { "r-list": "ListView", "r-view": "View" };
      const [kind = ""] = at.classList;
      return views[kind] ?? (own ?? named ?? label ?? at.textContent ?? "").trim();
    });
  }

  async expectFocus(name: string): Promise<void> {
    await expect.poll(() => this.focused(), { timeout: PATIENCE }).toBe(name);
  }

  async press(key: string): Promise<void> {
    await this.opened.tab.keyboard.press(key);
  }

  /** Gives the focus to the first element of a control that can have it, or to a part of the control. */
  async focusOn(control: Control, part?: string): Promise<void> {
    await this.at(control).evaluate((root, selector) => {
      const inside = root.querySelector<HTMLElement>(selector ?? "[tabindex], button, input, select");
      const isItself = selector === undefined && root.matches("[tabindex], button");
      (isItself ? (root as HTMLElement) : inside)?.focus();
    }, part);
  }

  /** Plays a case, and expects the focus where the case says. */
  async play({ root, start, opens = [], isClicked, part, act, focused, keys = [] }: FocusCase): Promise<void> {
    await this.show(root, button("After"));
    for (const control of opens) {
      // By keyboard: the pointer would also move the focus in a menu.
      await this.focusOn(control);
      await this.press(control instanceof SearchBar ? "ArrowDown" : "Enter");
    }
    if (isClicked === true) await this.at(start).click();
    else await this.focusOn(start, part);
    act();
    this.page.update();
    await this.expectFocus(focused);
    for (const [key, next] of keys) {
      await this.press(key);
      await this.expectFocus(next);
    }
    expect(this.opened.problems).toEqual([]);
  }
}
