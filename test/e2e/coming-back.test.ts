import { Button, Checkbox, Column, type Page, type Session, Text, TextField } from "runlet";
import { describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { figure, isSoak } from "../support/figures.ts";
import { openBehindProxy, sessionOf, welcomes } from "./behind-proxy.ts";
import { openTab, serveApp } from "./open.ts";

/** A counter, a field, and a list that is longer than its box. */
function form(page: Page): void {
  const count = new Text({ value: "0", key: "count" });
  const more = new Button({ content: "More", onClick: () => void (count.value = String(Number(count.value) + 1)) });
  const rows = Array.from({ length: 60 }, (_, n) => new Text({ value: `Row ${n}` }));
  page.add(count, more, new TextField({ label: "Name" }), new Column({ controls: rows, height: 120, scroll: "auto" }));
}

interface Watched {
  shown: number;
}
/** Counts how often the banner was shown. */
const watchBanner = (): void => {
  const seen = globalThis as unknown as Watched;
  seen.shown = 0;
  const banner = document.querySelector(".r-notices [role=status]") as HTMLElement;
  new MutationObserver(() => void (banner.hidden || seen.shown++)).observe(banner, { attributes: true });
};
const bannersShown = (): number => (globalThis as unknown as Watched).shown;

describe("a connection that breaks", () => {
  test("F01: for less than half a second, nothing is seen of it, and nothing moves", async () => {
    const drops = isSoak ? 200 : 8;
    const opened = await openBehindProxy(form, { limits: { resumesPerSecond: 100 } });
    const { tab, proxy, requests } = opened;
    const field = tab.getByRole("textbox", { name: "Name" });
    await field.fill("Ada Lovelace");
    await field.evaluate((input: HTMLInputElement) => input.setSelectionRange(4, 9, "backward"));
    await tab.locator(".r-column").evaluate((list) => (list.scrollTop = 77));
    await tab.evaluate(watchBanner);
    const before = requests.length;
    for (let n = 1; n <= drops; n++) {
      proxy.refuse = true;
      proxy.cutAll();
      await tab.waitForTimeout(150);
      proxy.refuse = false;
      await vi.waitFor(() => expect(welcomes(opened)).toHaveLength(n + 1), 5000);
    }
    const place = await field.evaluate((input: HTMLInputElement) => [
      document.activeElement === input,
      input.selectionStart,
      input.selectionEnd,
      input.selectionDirection,
      input.value,
      document.querySelector(".r-column")?.scrollTop,
    ]);
    expect(place).toEqual([true, 4, 9, "backward", "Ada Lovelace", 77]);
    expect(await tab.evaluate(bannersShown)).toBe(0);
    expect(requests.slice(before).filter((url) => !url.startsWith("ws"))).toEqual([]);
    expect(new Set(welcomes(opened).map(({ session }) => session)).size).toBe(1);
    figure("F01", { drops, "banners shown": 0, reloads: 0 });
  }, 240_000);

  test("F06: for longer, a quiet word says so, goes by itself, and what was done meanwhile arrives, each once", async () => {
    const opened = await openBehindProxy(form);
    const { tab, app, proxy } = opened;
    const page = app.app.sessions[0]?.page as Page;
    const count = page.controls[0] as Text;
    proxy.refuse = true;
    proxy.cutAll();
    await tab.getByRole("status").getByText("The connection was lost. Connecting again…").waitFor();
    await tab.getByRole("button", { name: "More" }).click();
    await tab.getByRole("button", { name: "More" }).click();
    await tab.getByRole("textbox").pressSequentially("typed away");
    page.add(new Text({ value: "Meanwhile" }));
    await tab.waitForTimeout(2000);
    proxy.refuse = false;
    // The next attempt may be seconds away: the machine says that it is online.
    const began = performance.now();
    await tab.evaluate(() => dispatchEvent(new Event("online")));
    await tab.getByText("Meanwhile").waitFor();
    const ms = performance.now() - began;
    expect(ms).toBeLessThan(1000);
    await tab.getByRole("status").waitFor({ state: "hidden" });
    await vi.waitFor(() => expect((page.controls[2] as TextField).value).toBe("typed away"));
    expect(count.value).toBe("2");
    expect(await tab.getByRole("textbox").inputValue()).toBe("typed away");
    figure("F06", { "back after online ms": Math.round(ms) });
  });

  test("when all has to be sent anew, what is on the page stays as it is", async () => {
    const opened = await openBehindProxy(form, { limits: { unackedBytes: 300 } });
    const { tab, app, proxy } = opened;
    const page = app.app.sessions[0]?.page as Page;
    const field = tab.getByRole("textbox", { name: "Name" });
    await field.fill("Ada");
    await field.evaluate((input) => ((input as unknown as { mark: number }).mark = 1));
    await tab.locator(".r-column").evaluate((list) => (list.scrollTop = 50));
    const snapshots = () => opened.received.filter((text) => text.includes('"path":""')).length;
    // It is on its way, and too large to be kept: so it cannot be sent again.
    proxy.blackhole = { down: true };
    (page.controls[0] as Text).value = "x".repeat(400);
    page.insert(0, new Text({ value: "New at the top" }));
    (page.controls.at(-1) as Column).controls.splice(5, 10);
    page.update();
    await tab.waitForTimeout(100);
    proxy.blackhole = {};
    proxy.cutAll();
    await tab.getByText("New at the top").waitFor();
    expect(snapshots()).toBe(2);
    await tab.getByText("x".repeat(400)).waitFor();
    expect(await tab.locator(".r-column .r-text").count()).toBe(50);
    const place = await field.evaluate((input: HTMLInputElement) => [
      (input as unknown as { mark: number }).mark,
      document.activeElement === input,
      input.value,
      document.querySelector(".r-column")?.scrollTop,
    ]);
    expect(place).toEqual([1, true, "Ada", 50]);
    expect(opened.problems.filter((problem) => !problem.includes("WebSocket"))).toEqual([]);
  });

  test("F44: an update that cannot be applied has all documents sent, once; if that does not help, a word says so", async () => {
    const app = await serveApp((page) => page.add(new Text({ value: "0" }), new Text({ value: "other" })));
    const opened = await openTab("about:blank");
    const { tab } = opened;
    let broken = 0;
    let resends = 0;
    await tab.routeWebSocket(/\/ws$/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => {
        if (String(message).includes('"resend"')) resends++;
        server.send(message);
      });
      server.onMessage((message) => {
        const isBroken = String(message).includes("/2/value") && broken-- > 0;
        socket.send(isBroken ? String(message).replace("/2/value", "/99/value/deep") : message);
      });
    });
    await tab.goto(app.url);
    await tab.getByText("other").waitFor();
    const text = app.app.sessions[0]?.page.controls[0] as Text;
    broken = 1;
    text.value = "1";
    await tab.getByText("1", { exact: true }).waitFor();
    expect(resends).toBe(1);
    broken = 1;
    text.value = "2";
    await tab.getByRole("alert").getByText("A part of this page could not be shown.").waitFor();
    expect(resends).toBe(1);
    await app.close();
  });
});

describe("a session that is gone", () => {
  test("F05, F16: a new one begins in the same page, and what was typed is put back", async () => {
    const heard: string[] = [];
    const app = (page: Page): void => {
      const name = new TextField({ label: "Name", onChange: ({ data }) => void heard.push(data) });
      page.add(new Column({ controls: [name, new TextField({ label: "Notes", multiline: true })] }));
      page.add(new Checkbox({ label: "Agreed" }));
    };
    const first = await serveApp(app);
    const opened = await openTab(first.url);
    const { tab, requests } = opened;
    await tab.getByLabel("Name").pressSequentially("Ada");
    await tab.getByLabel("Notes").pressSequentially("half a thou");
    await tab.getByRole("checkbox").click();
    const before = requests.filter((url) => url === first.url).length;
    await first.close();
    const second = await serveApp(app, { port: first.port });
    await vi.waitFor(() => expect(welcomes(opened)).toHaveLength(2), 10_000);
    await vi.waitFor(() => {
      const [session] = second.app.sessions as [Session];
      const [column, box] = session.page.controls as [Column, Checkbox];
      expect(column.controls.map((field) => (field as TextField).value)).toEqual(["Ada", "half a thou"]);
      expect(box.value).toBe(true);
    }, 5000);
    expect(await tab.getByLabel("Notes").inputValue()).toBe("half a thou");
    expect(heard.at(-1)).toBe("Ada");
    expect(requests.filter((url) => url === first.url)).toHaveLength(before);
    await second.close();
  });

  test("F18: another version of the client is loaded once, with what was typed; not again and again", async () => {
    const app = await serveApp((page) => page.add(new TextField({ label: "Name" })));
    const opened = await openTab("about:blank");
    const { tab } = opened;
    let isOld = false;
    let hellos = 0;
    await tab.routeWebSocket(/\/ws$/, (socket) => {
      hellos++;
      if (isOld) return void socket.close({ code: 4426, reason: "protocol-version" });
      socket.connectToServer();
    });
    await tab.goto(app.url);
    await tab.getByLabel("Name").pressSequentially("Ada");
    isOld = true;
    hellos = 0;
    const loads = () => opened.requests.filter((url) => url === app.url).length;
    const before = loads();
    // The line breaks, as it does when a new version is put in place.
    await app.app.sessions[0]?.close(1012, "restarting");
    await tab.getByRole("status").getByText("There is a new version of this page.").waitFor();
    expect(loads()).toBe(before + 1);
    await tab.waitForTimeout(1000);
    expect(hellos).toBe(2);
    isOld = false;
    await tab.getByRole("button", { name: "Reload" }).click();
    await vi.waitFor(async () => expect(await tab.getByLabel("Name").inputValue()).toBe("Ada"), 5000);
    await app.close();
  });

  test("a bundle that is not served any more is refused as another version", async () => {
    const { port } = await openBehindProxy(form).then(({ app }) => app);
    const code = await new Promise<number>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { origin: `http://127.0.0.1:${port}` } });
      socket.on("open", () => socket.send(JSON.stringify({ type: "hello", protocol: 1, bundle: "boot-old.js" })));
      socket.on("close", resolve);
    });
    expect(code).toBe(4426);
  });
});

test("F41: a reload shows the same session, whose app does not start again", async () => {
  const reloads = isSoak ? 100 : 8;
  let mains = 0;
  const opened = await openBehindProxy(
    (page) => {
      mains++;
      form(page);
    },
    { limits: { resumesPerSecond: 100 } },
  );
  const { tab, app } = opened;
  const session = sessionOf(opened);
  for (let n = 1; n <= reloads; n++) {
    await tab.getByRole("button", { name: "More" }).click();
    await tab.getByText(String(n), { exact: true }).waitFor();
    await tab.reload();
    await tab.getByText(String(n), { exact: true }).waitFor();
    expect(sessionOf(opened)).toBe(session);
  }
  expect(mains).toBe(1);
  expect(app.app.sessions).toHaveLength(1);
  figure("F41", { reloads, sessions: 1 });
}, 240_000);
