import type { Page as Tab } from "playwright-core";
import { turnWheel } from "./wheel.ts";

/** What a person does with a control, because some properties show only then. */
interface Stage {
  enter(tab: Tab, selector: string): Promise<unknown>;
  leave?(tab: Tab): Promise<unknown>;
  /** Whether pixels are compared, too: scripts cannot read the style of some parts, such as the track of a slider. */
  readonly comparesPixels?: boolean;
}

export type StageName = "pixels" | "hover" | "focus" | "press" | "open" | "scroll" | "dark" | "moving";

const FOCUSABLE = "a[href], button, input, textarea, [tabindex]";
const LIGHT = { reducedMotion: "reduce", colorScheme: "light" } as const;

const hover = (tab: Tab, selector: string) => tab.locator(selector).first().hover({ force: true });

export const stages: { readonly [name in StageName]: Stage } = {
  pixels: { enter: async () => {}, comparesPixels: true },
  hover: { enter: hover, comparesPixels: true },
  focus: {
    async enter(tab, selector) {
      // The focus ring belongs to the keyboard.
      await tab.keyboard.press("Shift");
      const control = tab.locator(selector).first();
      const inside = control.locator(FOCUSABLE).first();
      await ((await inside.count()) > 0 ? inside : control).evaluate((element) => (element as HTMLElement).focus());
    },
    comparesPixels: true,
  },
  press: {
    async enter(tab, selector) {
      await hover(tab, selector);
      await tab.mouse.down();
    },
    leave: (tab) => tab.mouse.up(),
    comparesPixels: true,
  },
  open: {
    async enter(tab, selector) {
      await tab.locator(selector).first().click({ force: true });
      await tab.keyboard.type("a");
    },
    leave: (tab) => tab.keyboard.press("Escape"),
  },
  scroll: {
    async enter(tab) {
      await tab.mouse.move(350, 300);
      const scrolls = await tab.evaluate(() => {
        const canScroll = (element: Element) =>
          element.scrollHeight > element.clientHeight &&
          (element === document.scrollingElement || /auto|scroll/.test(getComputedStyle(element).overflowY));
        let element = document.elementFromPoint(350, 300);
        while (element !== null && !canScroll(element)) element = element.parentElement;
        return element !== null;
      });
      // Most samples have nothing to scroll.
      if (!scrolls) return;
      await turnWheel(tab, 0, 100);
      await tab.waitForTimeout(200);
    },
  },
  dark: {
    enter: (tab) => tab.emulateMedia({ ...LIGHT, colorScheme: "dark" }),
    leave: (tab) => tab.emulateMedia(LIGHT),
  },
  moving: {
    enter: (tab) => tab.emulateMedia({ ...LIGHT, reducedMotion: "no-preference" }),
    leave: (tab) => tab.emulateMedia(LIGHT),
  },
};
