import type { Page as Tab } from "playwright-core";

/**
 * Waits until a tab has the code for clicks and for the focus, which loads with the first press or focus, or a second
 * after the first update. Before, the browser's own rules hold.
 */
export async function handsLoaded(tab: Tab): Promise<void> {
  await tab.waitForFunction(async () => {
    const script = performance.getEntriesByType("resource").find(({ name }) => name.includes("/hands-"));
    if (script === undefined) return false;
    await import(script.name);
    return true;
  });
}
