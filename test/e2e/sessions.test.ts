import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import type { Page as Tab } from "playwright-core";
import { Checkbox, type Page, Text, TextField } from "runlet";
import { serve } from "runlet/server";
import type { ClientMessage, Operation, ServerMessage } from "runlet/transport";
import { describe, expect, onTestFinished, test } from "vitest";
import { sessionOf } from "../../src/controls/page/page-session.ts";
import type { Connection } from "../../src/core/link/connection.ts";
import { isSoak, recordMeasurement } from "../support/measurements.ts";
import { RawClient } from "../support/raw-client.ts";
import { serveOverLine } from "./support/connection.ts";
import {
  countOf,
  loads,
  look,
  messages,
  openBlank,
  openScene,
  pause,
  press,
  record,
  Scene,
  sessionsOf,
  settle,
  shown,
  silent,
  strangers,
  until,
  visit,
} from "./support/scene.ts";

const RELOADS = isSoak ? 100 : 10;
const COPIES = isSoak ? 100 : 5;

test(`F41: ${RELOADS} reloads keep the session`, async () => {
  const staged = await openScene({ limits: { resumesPerSecond: 1000 } });
  const { tab, scene } = staged;
  const field = tab.getByRole("textbox");
  const others = await tab.locator(".r-text").allTextContents();
  for (let n = 1; n <= RELOADS; n++) {
    await press(tab);
    await field.press("End");
    await field.press(String(n % 10));
    const typed = await field.inputValue();
    // The reload follows at once, before the last typed text is sent.
    await tab.reload();
    await shown(tab);
    expect([await field.inputValue(), typed.length]).toEqual([typed, n]);
    expect(await tab.locator(".r-text").allTextContents()).toEqual([String(n), ...others.slice(1)]);
  }
  const sessions = sessionsOf(staged);
  recordMeasurement("F41", { reloads: RELOADS, sessions: new Set(sessions).size, "runs of main": scene.runs });
  expect(sessions).toHaveLength(RELOADS + 1);
  expect(new Set(sessions).size).toBe(1);
  expect([scene.runs, scene.mounts, scene.count.value]).toEqual([1, 1, String(RELOADS)]);
}, 600_000);

test("a reload keeps the session if the page is busy for a second each time that it asks for the session's lock", async () => {
  const staged = await openScene();
  const { tab } = staged;
  await tab.addInitScript(() => {
    const request = navigator.locks.request.bind(navigator.locks) as (...args: unknown[]) => Promise<unknown>;
    navigator.locks.request = (...args: unknown[]) => {
      const answer = request(...args);
      const end = performance.now() + 1_000;
      while (performance.now() < end);
      return answer;
    };
  });
  await tab.reload();
  await shown(tab);
  expect(new Set(sessionsOf(staged)).size).toBe(1);
});

/** Returns the resume token that a tab stores. A browser copies it into a duplicated tab. */
async function ticketOf(tab: Tab): Promise<{ readonly session: string; readonly secret: string }> {
  const text = await tab.evaluate(() => Object.values(sessionStorage)[0] as string);
  return JSON.parse(text).resumeToken;
}

describe("a duplicated tab", () => {
  test.each(["with locks", "without locks"])(
    `F42: each of ${COPIES} duplicates gets its own session, %s`,
    async (locks) => {
      const staged = await openScene({ limits: { resumesPerSecond: 1000 } }, (blank) =>
        blank.context().addInitScript((hasLocks) => {
          if (!hasLocks) Object.defineProperty(navigator, "locks", { value: undefined });
        }, locks === "with locks"),
      );
      const { tab, scene, app } = staged;
      expect(await tab.evaluate(() => navigator.locks !== undefined)).toBe(locks === "with locks");
      const first = scene.count;
      const { page } = scene;
      const own = sessionsOf(staged)[0];
      const others = new Set<string | undefined>();
      for (let n = 1; n <= COPIES; n++) {
        const opening = tab.context().waitForEvent("page").then(record);
        await tab.evaluate(() => void open(location.href));
        const copy = await opening;
        await shown(copy.tab);
        // With locks, the duplicate does not even ask for the session whose token it has.
        const [hello] = messages<{ resume?: { session: string } }>(copy.sent, "hello");
        expect(hello?.resume?.session).toBe(locks === "with locks" ? undefined : own);
        const { session } = await ticketOf(copy.tab);
        expect(session).not.toBe(own);
        others.add(session);
        await press(copy.tab);
        await copy.tab.close();
        await press(tab);
      }
      for (let n = COPIES; n < 20; n++) await press(tab);
      recordMeasurement(`F42 ${locks}`, {
        copies: COPIES,
        sessions: others.size + 1,
        "answers in the first tab": Number(first.value),
      });
      expect(others.size).toBe(COPIES);
      expect([first.value, page.session.isConnected]).toEqual([String(Math.max(COPIES, 20)), true]);
      expect([sessionsOf(staged), scene.runs]).toEqual([[own], COPIES + 1]);
      expect(app.app.sessions).toHaveLength(COPIES + 1);
    },
    600_000,
  );
});

describe("a stolen resume token", () => {
  /** Tries to resume a session with a token, from a client outside of the browser. */
  async function offer(port: number, resumeToken: { readonly session: string; readonly secret: string }) {
    const thief = await RawClient.connect({ port, path: "/ws" });
    onTestFinished(() => thief.destroy());
    const resume = { ...resumeToken, seq: 0, cmd: 0 };
    await thief.sendText(JSON.stringify({ type: "hello", protocol: 2, instance: "thief", resume }));
    const { session, resumed } = await thief.nextMessage<{ session: string; resumed: boolean }>("welcome", 4000);
    return { thief, session, resumed };
  }

  test("F43: a stolen token is refused while its tab is connected, and the tab is not disturbed", async () => {
    const staged = await openScene();
    const { tab, app, scene } = staged;
    const { page } = scene;
    const resumeToken = await ticketOf(tab);
    const { session, resumed } = await offer(app.port, resumeToken);
    expect([session === resumeToken.session, resumed]).toEqual([false, false]);
    const { tab: other } = await openBlank();
    await other.addInitScript(
      ([key, kept]) => sessionStorage.setItem(key as string, kept as string),
      await tab.evaluate(() => Object.entries(sessionStorage)[0] as [string, string]),
    );
    await other.goto(staged.url);
    await shown(other);
    expect((await ticketOf(other)).session).not.toBe(resumeToken.session);
    await press(tab);
    await press(other);
    expect([page.session.isConnected, sessionsOf(staged)]).toEqual([true, [resumeToken.session]]);
    expect(scene.losses).toBe(0);
  });

  test("F43: a token that was used before is refused, also while its tab is disconnected", async () => {
    const { tab, app, scene, proxy } = await openScene();
    const { session } = scene.page;
    const old = await ticketOf(tab);
    proxy.cutAll();
    await until(() => scene.returns === 1);
    await press(tab);
    const now = await ticketOf(tab);
    expect(now).toMatchObject({ session: old.session, secret: expect.not.stringMatching(old.secret) });
    proxy.refuse = true;
    proxy.cutAll();
    await until(() => !session.isConnected);
    expect((await offer(app.port, old)).session).not.toBe(old.session);
    proxy.refuse = false;
    await until(() => scene.returns === 2);
    await press(tab);
    proxy.refuse = true;
    proxy.cutAll();
    await until(() => !session.isConnected);
    // The current token is accepted, so only the old secret explains the refusal above.
    expect(await offer(app.port, await ticketOf(tab))).toMatchObject({ session: old.session, resumed: true });
  });
});

test("F45: a tab that reconnects from another IP address keeps its session", async () => {
  const scene = new Scene();
  const app = await serve(scene.main, { port: 0, log: silent });
  let localAddress = "127.0.0.1";
  const sockets = new Set<{ destroy(): unknown }>();
  const relay = createServer((client) => {
    const server = connect({ port: app.port, host: "127.0.0.1", localAddress });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.on("error", () => {}).on("close", () => to.destroy());
      from.pipe(to);
    }
  }).listen(0, "127.0.0.1");
  await once(relay, "listening");
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    relay.close();
    await app.close();
  });
  const opened = await visit(`http://127.0.0.1:${(relay.address() as AddressInfo).port}/`);
  const { tab } = opened;
  await settle(tab);
  const before = await look(tab);
  const address = () => (sessionOf(scene.page).link.connection as Connection | undefined)?.options.address;
  expect(address()).toBe("127.0.0.1");
  localAddress = "127.0.0.2";
  for (const socket of sockets) socket.destroy();
  await until(() => scene.returns === 1);
  expect(address()).toBe("127.0.0.2");
  expect(await look(tab)).toEqual(before);
  await press(tab);
  expect(new Set(sessionsOf(opened)).size).toBe(1);
  expect(scene.runs).toBe(1);
});

describe("an update that cannot be applied", () => {
  const BROKEN: Operation = { op: "replace", path: "/999/nothing/here", value: 1 };

  /** Opens a scene that can send broken updates. `breaks` decides by whether an update has all documents. */
  async function openBroken(breaks: (isAll: boolean) => boolean, arrives = (_: ClientMessage): boolean => true) {
    const scene = new Scene();
    let isOn = false;
    const toClient = (message: ServerMessage): ServerMessage => {
      if (!isOn || message.type !== "update") return message;
      const isAll = message.ops[0]?.path === "";
      if (!breaks(isAll)) return message;
      if (!isAll) return { ...message, ops: [...message.ops, BROKEN] };
      return { ...message, docs: [1, { $type: "Page", $slots: { controls: [999] } }] };
    };
    const { url, sockets } = await serveOverLine(scene.main, {
      toClient,
      toServer: (message) => (arrives(message) ? message : undefined),
    });
    const opened = await visit(url);
    await settle(opened.tab);
    await until(() => scene.field.value !== "");
    const resends = () => messages<{ seq: number }>(opened.sent, "resend").map(({ seq }) => seq);
    const breakNow = () => {
      isOn = true;
    };
    return { ...opened, scene, sockets, resends, breakNow };
  }

  test("F44: the client requests all documents once, and recovers", async () => {
    let left = 1;
    const { tab, scene, resends, breakNow } = await openBroken(() => left-- > 0);
    const before = await look(tab);
    breakNow();
    scene.count.value = "41";
    scene.rows.controls.pop();
    await until(async () => (await countOf(tab)) === 41);
    expect(await tab.locator(".r-column > *").count()).toBe(39);
    expect(await look(tab)).toEqual(before);
    expect(await strangers(tab)).toBe(0);
    await press(tab);
    expect(resends()).toEqual([0]);
    expect(await tab.getByRole("alert").count()).toBe(0);
    recordMeasurement("F44", { requests: resends().length });
  });

  test("F44: if all documents cannot be shown either, a notice appears and nothing is requested again", async () => {
    let isHealed = false;
    const opened = await openBroken(() => !isHealed);
    const { tab, scene, resends, breakNow } = opened;
    breakNow();
    scene.count.value = "41";
    await tab.getByRole("alert").getByText("A part of this page could not be shown.").waitFor();
    for (let n = 50; n < 55; n++) {
      scene.count.value = String(n);
      await until(() => opened.received.some((frame) => frame.includes(`"${n}"`)));
    }
    expect(resends()).toEqual([0]);
    expect(await tab.getByRole("alert").count()).toBe(1);
    isHealed = true;
    await tab.getByRole("button", { name: "Reload" }).click();
    await until(async () => (await countOf(tab)) === 54);
    expect(scene.runs).toBe(1);
  });

  test.each(["request", "answer"])("F44: the client recovers if the connection breaks during the %s", async (what) => {
    let isCut = false;
    const { tab, scene, resends, breakNow, sockets } = await openBroken(
      (isAll) => (isAll && what === "answer" ? cut() : !isAll && !isCut),
      ({ type }) => type !== "resend" || what === "answer" || cut(),
    );
    /** Breaks the connection at the first call. Always returns false. */
    function cut(): boolean {
      if (!isCut) for (const socket of sockets) socket.terminate();
      isCut = true;
      return false;
    }
    breakNow();
    scene.count.value = "41";
    await until(async () => (await countOf(tab)) === 41);
    await press(tab);
    expect([resends(), isCut, scene.runs]).toEqual([[0], true, 1]);
  });
});

describe("an outdated client", () => {
  /** Opens an app that treats a client as outdated while `isOld` returns true for it. */
  async function openOld(isOld: (instance: string, first: string) => boolean) {
    const scene = new Scene();
    let first = "";
    const toServer = (message: ClientMessage): ClientMessage => {
      if (message.type !== "hello") return message;
      const { instance = "" } = message;
      if (first === "") first = instance;
      return isOld(instance, first) ? { ...message, bundle: "boot-OLD.js" } : message;
    };
    const main = (page: Page): void => {
      scene.main(page);
      page.insert(2, new TextField({ label: "Password", password: true }));
    };
    const { url, sockets } = await serveOverLine(main, { toServer });
    const opened = await visit(url);
    const field = opened.tab.getByRole("textbox", { name: "Note" });
    await field.fill("kept");
    await press(opened.tab);
    const cut = () => {
      for (const socket of sockets) socket.terminate();
    };
    return { ...opened, scene, url, field, cut };
  }

  test("F18: an outdated page reloads once, and keeps typed text", async () => {
    let isReplaced = false;
    const opened = await openOld((instance, first) => isReplaced && instance === first);
    const { tab, scene, field, cut, url } = opened;
    isReplaced = true;
    await field.press("End");
    await field.pressSequentially(" on");
    // The connection breaks at once, before the last typed text is sent.
    cut();
    await until(() => loads(opened, url) === 2);
    await shown(tab);
    await until(() => scene.field.value === "kept on");
    expect(await field.inputValue()).toBe("kept on");
    await press(tab);
    expect([loads(opened, url), new Set(sessionsOf(opened)).size, scene.runs]).toEqual([2, 1, 1]);
  });

  test("F18: a page that is still outdated after a reload shows a notice, and does not reload again", async () => {
    let isRefused = false;
    const opened = await openOld(() => isRefused);
    const { tab, scene, field, cut, url } = opened;
    await tab.getByLabel("Password").fill("swordfish");
    isRefused = true;
    cut();
    const notice = tab.getByRole("status").getByText("There is a new version of this page.");
    await notice.waitFor();
    await tab.evaluate(() => dispatchEvent(new Event("online")));
    await pause(500);
    recordMeasurement("F18", { "loads of the page": loads(opened, url) });
    expect([loads(opened, url), await notice.isVisible()]).toEqual([2, true]);
    const kept = await tab.evaluate(() => Object.values(sessionStorage).join());
    expect([kept.includes("kept"), kept.includes("swordfish")]).toEqual([true, false]);
    isRefused = false;
    await tab.getByRole("button", { name: "Reload" }).click();
    await shown(tab);
    await press(tab);
    expect([loads(opened, url), await field.inputValue(), scene.runs]).toEqual([3, "kept", 1]);
  });
});

test("after a restart of the server, the client restores typed text and the focus", async () => {
  const forms: Form[] = [];
  class Form {
    readonly name = new TextField({ label: "Name" });
    readonly mail = new TextField({ label: "Mail" });
    readonly sure = new Checkbox({ label: "Sure?" });
    readonly untouched = new TextField({ label: "Untouched", value: `start ${forms.length + 1}` });
    readonly heard: string[] = [];
    constructor(page: Page) {
      forms.push(this);
      this.mail.onChange = ({ data }) => void this.heard.push(data);
      page.add(new Text({ value: `start ${forms.length}` }), this.name, this.mail, this.sure, this.untouched);
    }
  }
  const main = (page: Page) => void new Form(page);
  const first = await serve(main, { port: 0, log: silent });
  const { tab } = await openBlank();
  const opened = record(tab);
  await tab.goto(first.url);
  const mail = tab.getByRole("textbox", { name: "Mail" });
  await tab.getByRole("textbox", { name: "Name" }).fill("Ann");
  await tab.getByRole("checkbox").click();
  await mail.fill("ann@home.example");
  await mail.evaluate((input) => (input as HTMLInputElement).setSelectionRange(4, 8));
  await until(() => forms[0]?.mail.value === "ann@home.example");
  await first.close();
  // This text is typed while no server runs. It is kept, although its session no longer exists.
  await mail.pressSequentially("work");
  const second = await serve(main, { port: first.port, log: silent });
  onTestFinished(() => second.close());
  await tab.getByText("start 2", { exact: true }).waitFor();
  const [, form] = forms;
  await until(() => form?.mail.value === "ann@work.example");
  await until(() => form?.name.value === "Ann");
  expect([form?.sure.value, form?.untouched.value, form?.heard]).toEqual([true, "start 2", ["ann@work.example"]]);
  expect(await tab.getByRole("checkbox").isChecked()).toBe(true);
  expect(await tab.getByRole("textbox", { name: "Untouched" }).inputValue()).toBe("start 2");
  expect(
    await mail.evaluate((input) => [document.activeElement === input, (input as HTMLInputElement).selectionEnd]),
  ).toEqual([true, 8]);
  await tab.keyboard.type("shop");
  await until(() => form?.mail.value === "ann@workshop.example");
  expect(await tab.getByRole("status").isVisible()).toBe(false);
  expect([loads(opened, first.url), new Set(sessionsOf(opened)).size, forms.length]).toEqual([1, 2, 2]);
});

describe("a snapshot of all documents in a resumed session", () => {
  /** Opens a scene whose server keeps no sent updates, so that missed updates cannot be sent again. */
  async function openForgetful() {
    const staged = await openScene({ limits: { unackedBytes: 10 } });
    await settle(staged.tab);
    await until(() => staged.scene.field.value !== "");
    const snapshots = () =>
      messages<{ ops: Operation[] }>(staged.received, "update").filter(({ ops }) => ops[0]?.path === "").length;
    /** Makes the client miss the update of `change`, so that it receives a snapshot. */
    const miss = async (change: () => void): Promise<void> => {
      const { proxy, scene } = staged;
      const { returns, page } = scene;
      const { seq } = sessionOf(page);
      proxy.blackhole = { down: true };
      change();
      await until(() => sessionOf(page).seq > seq);
      proxy.blackhole = {};
      proxy.cutAll();
      await until(() => scene.returns > returns);
    };
    return { ...staged, snapshots, miss };
  }

  test("the snapshot keeps focus, caret, selection, scroll positions and every element", async () => {
    const staged = await openForgetful();
    const { tab, scene, snapshots, miss } = staged;
    const before = await look(tab);
    await miss(() => {
      scene.count.value = "41";
    });
    await until(async () => (await countOf(tab)) === 41);
    expect(snapshots()).toBe(2);
    expect(await look(tab)).toEqual(before);
    expect(await strangers(tab)).toBe(0);
    await press(tab);
    expect(new Set(sessionsOf(staged)).size).toBe(1);
  });

  test("the snapshot adds, removes and moves controls around a focused field", async () => {
    const { tab, scene, snapshots, miss } = await openForgetful();
    const before = await look(tab);
    const texts = () => tab.locator(".r-column > *").allTextContents();
    await miss(() => {
      scene.rows.controls.reverse();
      scene.rows.controls.splice(3, 2, new Text({ value: "new" }));
      scene.page.controls.splice(2, 2, scene.rows, scene.field);
      scene.field.hintText = "hint";
      scene.rows.height = 160;
    });
    const wanted = scene.rows.controls.map((row) => (row as Text).value);
    await until(async () => JSON.stringify(await texts()) === JSON.stringify(wanted));
    expect(snapshots()).toBe(2);
    expect(await look(tab)).toMatchObject({ ...before, list: expect.anything(), window: expect.anything() });
    expect(await tab.getByRole("textbox").getAttribute("placeholder")).toBe("hint");
    // Only the new row and the hint are new elements.
    expect(await strangers(tab)).toBeLessThan(4);
    const [list, field] = [await tab.locator(".r-column").boundingBox(), await tab.getByRole("textbox").boundingBox()];
    expect([list?.height, (list?.y ?? 0) < (field?.y ?? 0)]).toEqual([160, true]);
    await press(tab);
  });

  test("the snapshot keeps text that is being typed", async () => {
    const { tab, scene, snapshots, miss, proxy } = await openForgetful();
    const input = tab.getByRole("textbox");
    await input.press("End");
    proxy.delay = { up: 150 };
    const typing = input.pressSequentially(" jumps over", { delay: 40 });
    await miss(() => {
      scene.count.value = "41";
    });
    await typing;
    await until(() => scene.field.value === "The quick brown fox jumps over");
    expect(await input.inputValue()).toBe("The quick brown fox jumps over");
    expect(snapshots()).toBe(2);
  });
});
