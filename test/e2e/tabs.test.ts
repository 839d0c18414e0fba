import { Button, type Page, Text, TextField } from "runlet";
import { describe, expect, test, vi } from "vitest";
import { figure, isSoak } from "../support/figures.ts";
import { openBehindProxy, type Proxied, sessionOf, welcomes } from "./behind-proxy.ts";

function counter(page: Page): void {
  const count = new Text({ value: "0" });
  page.add(count, new Button({ content: "More", onClick: () => void (count.value = String(Number(count.value) + 1)) }));
}

/** Clicks, and waits until the server has answered. */
async function click({ tab }: Pick<Proxied, "tab">, times = 1): Promise<void> {
  for (let n = 0; n < times; n++) {
    const shown = Number(await tab.locator(".r-text").first().textContent());
    await tab.getByRole("button", { name: "More" }).click();
    await tab.getByText(String(shown + 1), { exact: true }).waitFor();
  }
}

describe.each([
  ["that know of each other by a lock", false],
  ["without locks, whom the server tells apart", true],
])("two tabs %s", (_, isWithoutLocks) => {
  test("F42: a duplicated one is a session of its own, and the first goes on", async () => {
    const times = isSoak ? 50 : 3;
    const opened = await openBehindProxy(counter);
    const { tab, url } = opened;
    const context = tab.context();
    if (isWithoutLocks) {
      await context.addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }));
      await tab.reload();
      await tab.locator(".r-page").waitFor();
    }
    await click(opened, 2);
    const session = sessionOf(opened);
    for (let n = 0; n < times; n++) {
      // A tab that another opens begins with a copy of its storage, as one that is duplicated does.
      const [copy] = await Promise.all([
        context.waitForEvent("page"),
        tab.evaluate((address) => void window.open(address), url),
      ]);
      await copy.getByText("0", { exact: true }).waitFor({ timeout: 5000 });
      expect(await copy.evaluate(() => sessionStorage.length)).toBeGreaterThan(0);
      await click({ tab: copy });
      await copy.close();
    }
    const frames = opened.sent.length;
    await click(opened, 20);
    expect(sessionOf(opened)).toBe(session);
    expect(welcomes(opened)).toHaveLength(isWithoutLocks ? 2 : 1);
    expect(opened.sent.length).toBeGreaterThan(frames);
    figure(`F42 ${isWithoutLocks ? "without" : "with"} locks`, { duplicated: times, "sessions of the first": 1 });
  }, 240_000);
});

describe("a tab that nobody looks at", () => {
  test("F39: hidden for six minutes, with timers once a minute, it is not taken for dead", async () => {
    const opened = await openBehindProxy(counter, { limits: { pingInterval: 500 } });
    const { tab, app } = opened;
    const lost = vi.fn();
    const [session] = app.app.sessions;
    if (session !== undefined) session.page.onDisconnect = lost;
    await tab.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { get: () => "hidden", configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    // Its clock goes on by a minute at a time: what was due in it comes at its end, as a browser has it in hidden tabs.
    await tab.clock.install();
    for (let minute = 0; minute < 6; minute++) {
      await tab.clock.fastForward(60_000);
      await tab.waitForTimeout(400);
    }
    expect(lost).not.toHaveBeenCalled();
    expect(welcomes(opened)).toHaveLength(1);
    await tab.clock.resume();
    await click(opened);
    figure("F39", { "minutes hidden": 6, disconnects: 0 });
  }, 60_000);

  test("F40: frozen, it answers pings no more or still; either way it is there at once when it thaws", async () => {
    const opened = await openBehindProxy(counter, { limits: { pingInterval: 300 } });
    const { tab, app } = opened;
    await click(opened, 3);
    const session = sessionOf(opened);
    const devtools = await tab.context().newCDPSession(tab);
    await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
    const seconds = isSoak ? 120 : 3;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const isKept = app.app.sessions[0]?.isConnected === true;
    (app.app.sessions[0]?.page.controls[0] as Text).value = "10";
    const began = performance.now();
    await devtools.send("Page.setWebLifecycleState", { state: "active" });
    await tab.getByText("10", { exact: true }).waitFor();
    const ms = Math.round(performance.now() - began);
    expect(ms).toBeLessThan(1000);
    await click(opened);
    expect(sessionOf(opened)).toBe(session);
    figure("F40 frozen", { seconds, "connection kept": String(isKept), "usable after ms": ms });
  }, 180_000);

  test("F40: put into the browser's cache and taken out, it lets go of the line and takes it up again", async () => {
    const opened = await openBehindProxy(counter);
    const { tab, app } = opened;
    await click(opened, 2);
    const persisted = (type: string) =>
      tab.evaluate((name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), type);
    await persisted("pagehide");
    await vi.waitFor(() => expect(app.app.sessions[0]?.isConnected).toBe(false));
    const began = performance.now();
    await persisted("pageshow");
    await vi.waitFor(() => expect(app.app.sessions[0]?.isConnected).toBe(true));
    expect(performance.now() - began).toBeLessThan(1000);
    await click(opened);
    expect(welcomes(opened).map(({ resumed }) => resumed)).toEqual([false, true]);
  });
});

test("F45: from another address it is the same session", async () => {
  const opened = await openBehindProxy(counter);
  const { tab, proxy, app } = opened;
  await click(opened);
  const session = sessionOf(opened);
  const addresses = new Set<string | undefined>();
  const times = isSoak ? 100 : 5;
  for (let n = 1; n <= times; n++) {
    proxy.localAddress = n % 2 === 1 ? "127.0.0.2" : "127.0.0.1";
    proxy.cutAll();
    await vi.waitFor(() => expect(welcomes(opened)).toHaveLength(n + 1), 10_000);
    addresses.add(app.app.sessions[0]?.presence.connection?.about.address);
    await click(opened);
  }
  expect(sessionOf(opened)).toBe(session);
  expect(addresses).toEqual(new Set(["127.0.0.2", "127.0.0.1"]));
  expect(await tab.locator(".r-text").first().textContent()).toBe(String(times + 1));
}, 120_000);

describe("typing", () => {
  test("F37: 300 ms away from a server that answers in capitals, loses no letter and keeps the cursor", async () => {
    const [keys, interval, latency] = isSoak ? [200, 83, 300] : [60, 40, 150];
    const field = new TextField({ label: "Name" });
    field.onChange = ({ data }) => void (field.value = data.toUpperCase());
    const { tab, proxy } = await openBehindProxy((page) => page.add(field));
    proxy.delay = { up: latency, down: latency };
    const text = Array.from({ length: keys }, (_, n) => "the quick brown fox "[n % 20]).join("");
    const input = tab.getByRole("textbox");
    await input.pressSequentially(text, { delay: interval });
    await vi.waitFor(async () => expect(await input.inputValue()).toBe(text.toUpperCase()), 10_000);
    expect(field.value).toBe(text.toUpperCase());
    const caret = () => input.evaluate((element: HTMLInputElement) => element.selectionStart);
    expect(await caret()).toBe(keys);
    await input.press("Home");
    await input.pressSequentially("now ", { delay: interval });
    await vi.waitFor(async () => expect(await input.inputValue()).toBe(`NOW ${text}`.toUpperCase()), 10_000);
    expect(await caret()).toBe(4);
    figure("F37", { keys, "keys a second": Math.round(1000 / interval), "latency ms": latency, lost: 0 });
  }, 120_000);

  test("while the line breaks again and again, loses no letter", async () => {
    const heard: string[] = [];
    const field = new TextField({ label: "Name", onChange: ({ data }) => void heard.push(data) });
    const { tab, proxy } = await openBehindProxy((page) => page.add(field), { limits: { resumesPerSecond: 100 } });
    const text = "it was the best of times, it was the worst of times";
    const input = tab.getByRole("textbox");
    for (const [n, letter] of [...text].entries()) {
      if (n % 8 === 4) proxy.cutAll();
      await input.press(letter === " " ? "Space" : letter);
    }
    await vi.waitFor(() => expect(field.value).toBe(text), 10_000);
    expect(await input.inputValue()).toBe(text);
    // Each is what was there before, and more: nothing came twice or too late.
    for (const [n, value] of heard.entries()) expect(value.startsWith(heard[n - 1] ?? "")).toBe(true);
    expect(new Set(heard).size).toBe(heard.length);
  });
});
