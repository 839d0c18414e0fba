import { chromium } from "playwright-core";
import { requireBrowser } from "./find-browser.ts";
const [url, out, w = "1200", h = "800", scheme = "light", wait = "2500"] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: requireBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
const t = await b.newPage({ viewport: { width: +w, height: +h }, colorScheme: scheme as "light" });
t.on("console", m => console.log(m.type(), m.text())); t.on("pageerror", e => console.log(String(e)));
await t.goto(url!); await t.waitForTimeout(+wait); await t.screenshot({ path: out! }); await b.close();
