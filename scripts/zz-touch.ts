import { chromium } from "playwright-core";
import { findHeadlessShell, requireBrowser } from "./find-browser.ts";
const browser = await chromium.launch({ executablePath: findHeadlessShell() ?? requireBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
const tab = await (await browser.newContext({ hasTouch: true, viewport: { width: 400, height: 400 } })).newPage();
const cdp = await tab.context().newCDPSession(tab);
async function run(name: string, ta: string, mode: string, path: [number, number][]) {
  await tab.setContent(`<body style="margin:0"><div id=list style="height:300px;overflow-y:auto"><div id=d style="touch-action:${ta};height:100px;background:#eee">x</div><div style="height:2000px">y</div></div>`);
  await tab.evaluate((mode) => {
    const log: string[] = ((globalThis as any).log = []);
    const d = document.getElementById("d")!;
    let n = 0;
    d.addEventListener("touchmove", (e) => {
      n++;
      const prevent = mode === "all" || (mode.startsWith("first") && n <= Number(mode.slice(5))) || (mode.startsWith("after") && n > Number(mode.slice(5)));
      log.push(`tm${prevent ? "!" : ""}${e.cancelable ? "" : "(nc)"}@${Math.round(e.touches[0].clientX)},${Math.round(e.touches[0].clientY)}`);
      if (prevent) e.preventDefault();
    }, { passive: false });
    for (const t of ["pointerdown", "pointermove", "pointercancel", "pointerup"]) addEventListener(t, (e: any) => log.push(`${t.slice(7)}@${Math.round(e.clientX)},${Math.round(e.clientY)}`), true);
  }, mode);
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: path[0]![0], y: path[0]![1] }] });
  for (const [x, y] of path.slice(1)) await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y }] });
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await tab.evaluate(() => new Promise((r) => setTimeout(r, 100)));
  const log = await tab.evaluate(() => (globalThis as any).log.join(" "));
  const top = await tab.evaluate(() => document.getElementById("list")!.scrollTop);
  console.log(`${name} [${ta}/${mode}] top=${top}\n   ${log}`);
}
const up: [number, number][] = []; for (let i = 0; i <= 12; i++) up.push([50, 90 - 5 * i]);
const diag: [number, number][] = []; for (let i = 0; i <= 12; i++) diag.push([50 + 8 * i, 90 - 5 * i]);
const side: [number, number][] = []; for (let i = 0; i <= 12; i++) side.push([50 + 5 * i, 90]);
const bend: [number, number][] = [[50, 90], [55, 90], [60, 90], [66, 90], [67, 80], [67, 70], [67, 60], [67, 50], [67, 40], [67, 30]];
for (const ta of ["auto", "pan-y", "pan-x pan-y", "pan-x"]) {
  await run("up", ta, "none", up);
  await run("up", ta, "all", up);
  await run("up", ta, "first1", up);
  await run("up", ta, "first4", up);
  await run("diag", ta, "none", diag);
  await run("diag", ta, "first2", diag);
  await run("side", ta, "none", side);
  await run("side", ta, "first3", side);
  await run("bend", ta, "none", bend);
  await run("bend", ta, "first2", bend);
}
await browser.close();
