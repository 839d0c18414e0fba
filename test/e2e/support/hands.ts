/** Runs in a page. It is made from a text because the compiler of the tests would replace the `import` in a function. */
const load = new Function(`return new Promise((resolve) => {
  const look = () => {
    document.querySelector(".r-page")?.dispatchEvent(new Event("pointermove", { bubbles: true }));
    const script = performance.getEntriesByType("resource").find(({ name }) => name.includes("/hands-"));
    if (script === undefined) setTimeout(look, 10);
    else import(script.name).then(() => resolve());
  };
  look();
})`) as () => Promise<void>;

/**
 * Waits until a page has the code for clicks and for the focus, which loads when a person first uses the page. Before, the
 * browser's own rules hold.
 */
export async function handsLoaded(page: { evaluate(run: () => Promise<void>): Promise<unknown> }): Promise<void> {
  await page.evaluate(load);
}
