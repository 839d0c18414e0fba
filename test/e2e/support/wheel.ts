import type { Page as Tab } from "playwright-core";

/** Time in milliseconds without any scrolling after which a turn of the wheel is taken for lost. */
const LOST = 5_000;
const TRIES = 5;

/**
 * Turns the wheel over what is under the mouse, and waits until something scrolls. On a busy machine Chromium sometimes
 * drops a turn that comes right after a move of the mouse; a person turns the wheel again, and so does this. Fails if
 * nothing ever scrolls.
 */
export async function turnWheel(tab: Tab, x: number, y: number): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const scrolled = await tab.evaluateHandle((lost) => {
      return {
        hasScrolled: new Promise<boolean>((resolve) => {
          addEventListener("scroll", () => resolve(true), { capture: true, once: true });
          setTimeout(() => resolve(false), lost);
        }),
      };
    }, LOST);
    await tab.mouse.wheel(x, y);
    if (await scrolled.evaluate(({ hasScrolled }) => hasScrolled)) return;
  }
  throw new Error(`Nothing scrolled when the wheel was turned by ${x}, ${y}, ${TRIES} times.`);
}
