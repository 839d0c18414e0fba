import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { BrowserContext, CDPSession, Page as Tab } from "playwright-core";
import { type AppOptions, createApp } from "runlet/server";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { isSoak, recordMeasurement } from "../support/measurements.ts";
import { loopTime } from "../support/patience.ts";
import { type RealBrowser, startRealBrowser } from "./support/real-browser.ts";
import {
  countOf,
  loads,
  look,
  messages,
  openScene,
  pause,
  press,
  type Recorded,
  record,
  Scene,
  type Served,
  serveScene,
  sessionsOf,
  settle,
  shown,
  silent,
  strangers,
  timed,
  until,
  visit,
  watchBanner,
} from "./support/scene.ts";

const BLINKS = isSoak ? 200 : 10;
const HIDDEN = isSoak ? 400_000 : 2000;
const FROZEN = isSoak ? 120_000 : 2000;

test(`F01: ${BLINKS} connection losses of less than half a second are not visible`, async () => {
  const staged = await openScene({ limits: { resumesPerSecond: 1000 } });
  const { tab, proxy, scene, url } = staged;
  await settle(tab);
  const before = await look(tab);
  const banners = await watchBanner(tab);
  let longest = 0;
  for (let n = 1; n <= BLINKS; n++) {
    const start = performance.now();
    proxy.refuse = true;
    proxy.cutAll();
    await pause(n % 2 === 0 ? 300 : 450);
    proxy.refuse = false;
    await until(() => scene.returns === n);
    longest = Math.max(longest, Math.round(performance.now() - start));
    expect(await look(tab)).toEqual(before);
  }
  recordMeasurement("F01", { drops: BLINKS, "banners seen": await banners(), "longest away ms": longest });
  expect(await banners()).toBe(0);
  expect(await strangers(tab)).toBe(0);
  expect(loads(staged, url)).toBe(1);
  expect(new Set(sessionsOf(staged)).size).toBe(1);
  await press(tab);
}, 600_000);

describe("offline", () => {
  test("F06: a banner appears, input made offline is processed once, and the client reconnects at once", async () => {
    const { tab, proxy, scene, received } = await openScene();
    const status = tab.getByRole("status");
    await settle(tab);
    const typed: string[] = [];
    scene.field.onChange = ({ data }) => void typed.push(data);
    await until(() => received.some((frame) => frame.includes("onChange")));
    const lost = performance.now();
    const passed = loopTime();
    proxy.refuse = true;
    proxy.cutAll();
    await tab.context().setOffline(true);
    await status.getByText("The connection was lost. Connecting again…").waitFor();
    const message = Math.round(performance.now() - lost);
    expect(message).toBeGreaterThanOrEqual(500);
    expect(passed()).toBeLessThan(2500);
    for (let n = 0; n < 3; n++) await tab.getByRole("button", { name: "Count" }).click();
    const input = tab.getByRole("textbox", { name: "Note" });
    await input.press("End");
    await input.pressSequentially(" jumps");
    expect([await countOf(tab), scene.count.value]).toEqual([0, "0"]);
    proxy.refuse = false;
    const back = await timed(async () => {
      await tab.context().setOffline(false);
      await status.waitFor({ state: "hidden" });
      await until(async () => (await countOf(tab)) === 3);
    });
    recordMeasurement("F06", { "noticed after ms": message, "back after ms": back });
    expect(back).toBeLessThan(1000);
    await until(() => scene.field.value === "The quick brown fox jumps");
    expect(typed.at(-1)).toBe("The quick brown fox jumps");
    expect(new Set(typed).size).toBe(typed.length);
    await press(tab);
    expect(scene.count.value).toBe("4");
  });

  test("a connection that fails silently is noticed when the browser goes offline", async () => {
    const { tab, proxy, scene } = await openScene();
    proxy.blackhole = { up: true, down: true };
    await tab.context().setOffline(true);
    await tab.getByRole("status").waitFor();
    await tab.getByRole("button", { name: "Count" }).click();
    proxy.blackhole = {};
    const back = await timed(async () => {
      await tab.context().setOffline(false);
      await until(() => scene.count.value === "1");
    });
    expect(back).toBeLessThan(1000);
  });

  test("a connection attempt without an answer times out", async () => {
    const { tab, proxy, scene } = await openScene({}, (blank) => blank.clock.install());
    proxy.blackhole = { up: true };
    const before = proxy.total;
    proxy.cutAll();
    await until(async () => {
      await tab.clock.runFor(100);
      return proxy.total > before;
    });
    proxy.blackhole = {};
    await tab.clock.runFor(9000);
    expect(scene.returns).toBe(0);
    await tab.clock.runFor(2000);
    await until(() => scene.returns === 1);
  });

  test("a connection attempt without an answer is repeated when the browser comes online", async () => {
    const { tab, proxy, scene } = await openScene();
    proxy.blackhole = { up: true };
    const before = proxy.total;
    proxy.cutAll();
    await until(() => proxy.total > before);
    await tab.getByRole("status").waitFor();
    proxy.blackhole = {};
    const back = await timed(async () => {
      await tab.evaluate(() => dispatchEvent(new Event("online")));
      await until(() => scene.returns === 1);
    });
    expect(back).toBeLessThan(1000);
  });
});

test("when the browser comes online, attempts are frequent again, even if the first one fails", async () => {
  const { tab, proxy, scene } = await openScene();
  proxy.refuse = true;
  proxy.cutAll();
  // By now, attempts are at least half a second apart.
  await until(() => proxy.refused === 7);
  await tab.evaluate(() => dispatchEvent(new Event("online")));
  await until(() => proxy.refused > 7);
  proxy.refuse = false;
  expect(await timed(() => until(() => scene.returns === 1))).toBeLessThan(450);
});

test("a host page can show the state of the connection with its own notice", async () => {
  const scene = new Scene();
  let isAllowed = true;
  const authenticate = () => (isAllowed ? "somebody" : false);
  const app = createApp(scene.main, { log: silent, authenticate });
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { connect } from "./client/index.js";
        window.states = [];
        const connectionNotice = (...state) => window.states.push(state);
        connect({ url: "/ws" }, document.getElementById("app"), { connectionNotice });
      `,
      resolveDir: fileURLToPath(new URL("../../dist", import.meta.url)),
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  const html = '<!doctype html><title>Own</title><div id="app"></div><script type="module" src="/own.js"></script>';
  const http = createServer(({ url }, response) => {
    const isScript = url === "/own.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? outputFiles[0]?.text : html);
  }).listen(0, "127.0.0.1");
  const connections: Duplex[] = [];
  http.on("upgrade", (request, socket, head) => {
    connections.push(socket);
    app.handleUpgrade(request, socket, head);
  });
  await once(http, "listening");
  onTestFinished(async () => {
    await app.close();
    http.close();
    http.closeAllConnections();
  });
  const { tab } = await visit(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`);
  const states = () => tab.evaluate(() => Reflect.get(window, "states") as unknown[]);
  const banner = tab.getByRole("status");
  expect(await states()).toEqual([["connected", 0]]);
  await tab.context().setOffline(true);
  for (const socket of connections) socket.destroy();
  await until(async () => (await states()).length === 2);
  expect([await states(), await banner.isVisible()]).toEqual([
    [
      ["connected", 0],
      ["away", 1006],
    ],
    false,
  ]);
  await tab.context().setOffline(false);
  await until(async () => (await states()).length === 3);
  await press(tab);
  isAllowed = false;
  for (const socket of connections) socket.destroy();
  await until(async () => (await states()).length === 4);
  expect((await states()).slice(2)).toEqual([
    ["connected", 0],
    ["ended", 4401],
  ]);
  // The person may have logged out, and another one may see the screen.
  expect([await banner.isVisible(), await tab.locator(".r-stage").textContent()]).toEqual([false, ""]);
  // A session that has ended is not retried when the browser comes online.
  const attempts = connections.length;
  await tab.evaluate(() => dispatchEvent(new Event("online")));
  await pause(200);
  expect([connections.length, (await states()).length]).toEqual([attempts, 4]);
});

describe("a hidden or frozen tab", () => {
  let real: RealBrowser;
  beforeAll(async () => {
    real = await startRealBrowser();
  });
  afterAll(() => real.close());

  interface Behind extends Served, Recorded {
    readonly session: CDPSession;
    readonly context: BrowserContext;
    readonly other: Tab;
    readonly banners: () => Promise<number>;
  }

  /** Opens a scene in a tab with prepared state, and another tab that can hide it. */
  async function openBehind(options: AppOptions = {}): Promise<Behind> {
    const { context } = real;
    const served = await serveScene(options);
    const recorded = record(await context.newPage());
    const { tab } = recorded;
    await tab.goto(served.url);
    await shown(tab);
    await settle(tab);
    const banners = await watchBanner(tab);
    const other = await context.newPage();
    onTestFinished(async () => {
      await tab.close();
      await other.close();
    });
    return { ...served, ...recorded, context, other, banners, session: await context.newCDPSession(tab) };
  }

  async function isHidden(tab: Tab): Promise<boolean> {
    return tab.evaluate(() => document.visibilityState === "hidden");
  }

  // After five minutes, Chromium runs the timers of a hidden page once a minute. At full scale, the test covers that.
  test(`F39: a tab that is hidden for ${HIDDEN / 1000} s stays connected`, async () => {
    const behind = await openBehind(isSoak ? {} : { limits: { pingInterval: 500 } });
    const { tab, other, scene } = behind;
    await other.bringToFront();
    await until(() => isHidden(tab));
    const before = await look(tab);
    await pause(HIDDEN);
    expect(await isHidden(tab)).toBe(true);
    const back = await timed(async () => {
      await tab.bringToFront();
      expect(await look(tab)).toEqual(before);
      await press(tab);
    });
    recordMeasurement("F39", { "hidden ms": HIDDEN, disconnects: scene.losses, "usable after ms": back });
    expect([scene.losses, sessionsOf(behind).length, await behind.banners()]).toEqual([0, 1, 0]);
    expect(back).toBeLessThan(1000);
  }, 600_000);

  test("F39: a tab whose timers run once a minute stays connected for six minutes", async () => {
    const staged = await openScene({}, (blank) => blank.clock.install());
    const { tab, proxy, scene } = staged;
    // No answer arrives before the next timer is due, as on a computer that wakes up only for a moment.
    proxy.delay = { up: 200, down: 200 };
    for (let minute = 0; minute < 6; minute++) await tab.clock.fastForward(60_000);
    await press(tab);
    expect(messages(staged.sent, "ping").length).toBeGreaterThanOrEqual(6);
    expect([scene.losses, sessionsOf(staged).length]).toEqual([0, 1]);
  });

  test("no banner appears on a computer that wakes up and lost the connection while it slept", async () => {
    const { tab, proxy, scene } = await openScene({}, (blank) => blank.clock.install());
    const banners = await watchBanner(tab);
    proxy.refuse = true;
    proxy.cutAll();
    await until(() => proxy.refused > 0);
    proxy.refuse = false;
    await tab.clock.fastForward(60_000);
    await until(() => scene.returns === 1);
    await press(tab);
    expect(await banners()).toBe(0);
  });

  // A browser answers pings for a frozen page, until more data has arrived than it buffers for a page that does not
  // read. Chromium then closes the socket when the page resumes.
  test.each(["quiet", "busy"])(
    `F40: a tab that is frozen for ${FROZEN / 1000} s on a %s connection is usable at once`,
    async (line) => {
      const behind = await openBehind({ limits: { pingInterval: 500 } });
      const { tab, other, scene, session, proxy } = behind;
      await other.bringToFront();
      await until(() => isHidden(tab));
      const before = await look(tab);
      await tab.evaluate(() => {
        for (const name of ["freeze", "resume"]) document.addEventListener(name, () => Reflect.set(window, name, true));
      });
      await session.send("Page.setWebLifecycleState", { state: "frozen" });
      const { up } = proxy.bytes;
      if (line === "busy") {
        for (let n = 1; n <= 20; n++) {
          scene.field.hintText = "x".repeat(n * 1000);
          await pause(50);
        }
      }
      await pause(FROZEN);
      const pongs = Math.round((proxy.bytes.up - up) / 6);
      const losses = scene.losses;
      const back = await timed(async () => {
        await tab.bringToFront();
        await session.send("Page.setWebLifecycleState", { state: "active" });
        expect(await look(tab)).toEqual(before);
        await press(tab);
      });
      recordMeasurement(`F40 ${line}`, {
        "frozen ms": FROZEN,
        pongs,
        "lost while frozen": losses,
        "usable after ms": back,
      });
      expect(await tab.evaluate(() => [Reflect.get(window, "freeze"), Reflect.get(window, "resume")])).toEqual([
        true,
        true,
      ]);
      expect(back).toBeLessThan(1000);
      expect(new Set(sessionsOf(behind)).size).toBe(1);
      expect([loads(behind, behind.url), await strangers(tab), await behind.banners()]).toEqual([1, 0, 0]);
    },
    600_000,
  );

  test("F40: the back button restores the page, which reconnects at once", async () => {
    const behind = await openBehind();
    const { tab, scene } = behind;
    await tab.bringToFront();
    const before = await look(tab);
    await tab.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) => Reflect.set(window, "isFromCache", persisted));
      Reflect.set(window, "attempts", 0);
      window.WebSocket = class extends WebSocket {
        constructor(address: string | URL) {
          super(address);
          Reflect.set(window, "attempts", Reflect.get(window, "attempts") + 1);
        }
      };
    });
    await tab.goto("data:text/html,elsewhere");
    await until(() => scene.losses === 1);
    const back = await timed(async () => {
      // The timer lets this call return first, because going back ends the page.
      await tab.evaluate(() => void setTimeout(() => history.back()));
      await tab.waitForFunction(() => "isFromCache" in window);
      expect(await look(tab)).toEqual(before);
      await press(tab);
    });
    recordMeasurement("F40 back", { "usable after ms": back });
    expect(await tab.evaluate(() => Reflect.get(window, "isFromCache"))).toBe(true);
    expect(back).toBeLessThan(1000);
    expect(new Set(sessionsOf(behind)).size).toBe(1);
    expect([scene.runs, await strangers(tab), await behind.banners()]).toEqual([1, 0, 0]);
    // Several events report that the page is back. Together they cause one attempt.
    expect(await tab.evaluate(() => Reflect.get(window, "attempts"))).toBe(1);
  });
});
