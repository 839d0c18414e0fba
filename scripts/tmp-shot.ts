import { chromium } from "playwright-core";
import { requireBrowser } from "/work/wt/display/scripts/find-browser.ts";
import { serve } from "runlet/server";
export async function shoot(main: any, name: string, { width = 900, height = 700, dark = false, act, full = true }: any = {}) {
  const app = await serve(main, { port: 0, development: true } as any);
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
  for (const scheme of dark ? ["light", "dark"] : ["light"]) {
    const ctx = await browser.newContext({ viewport: { width, height }, colorScheme: scheme as any });
    const tab = await ctx.newPage();
    tab.on("console", (m) => m.type() !== "info" && console.log(m.type(), m.text()));
    tab.on("pageerror", (e) => console.log("ERR", e));
    tab.on("requestfailed", (r) => console.log("FAILED", r.url().slice(0, 100)));
    await tab.goto(app.url);
    await tab.waitForTimeout(700);
    if (act) await act(tab, app);
    await tab.screenshot({ path: `/tmp/shots/${name}-${scheme}.png`, fullPage: full });
  }
  await browser.close();
  await app.close();
}
