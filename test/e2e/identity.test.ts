import type { Page as Tab } from "playwright-core";
import { Column, type Control, FilledButton, type Page, RunletError, Text, TextField } from "runlet";
import { type AppOptions, type RunningApp, serve } from "runlet/server";
import { CloseCode } from "runlet/transport";
import { describe, expect, onTestFinished, test } from "vitest";
import { sessionOf } from "../../src/controls/page/page-session.ts";
import { FaultProxy } from "../support/fault-proxy.ts";
import {
  loads,
  messages,
  openBlank,
  openScene,
  pause,
  press,
  record,
  sessionsOf,
  shown,
  silent,
  until,
} from "./support/scene.ts";

const userOf = (request: Request) => /user=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1];

/** A form that greets its user, served through a proxy. Its user is the one in the cookie of the browser. */
async function openForm(before: string | undefined, options: AppOptions = {}) {
  const pages: Page[] = [];
  const main = (page: Page): void => {
    pages.push(page);
    page.add(
      new Text({ value: `hello ${page.session.user ?? "nobody"}` }),
      new TextField({ label: "Note" }),
      new TextField({ label: "Password", password: true }),
    );
  };
  const all: AppOptions = { port: 0, log: silent, authenticate: userOf, ...options };
  let app: RunningApp = await serve(main, all);
  const proxy = await FaultProxy.start({ port: app.port });
  const { tab, context } = await openBlank();
  const url = `http://127.0.0.1:${proxy.port}/`;
  onTestFinished(async () => {
    await proxy.close();
    await app.close();
  });
  /** Logs in or out, as another tab would. */
  const become = (name: string | undefined) =>
    name === undefined ? context.clearCookies() : context.addCookies([{ name: "user", value: name, url }]);
  const greeted = (name: string | undefined) => tab.getByText(`hello ${name ?? "nobody"}`, { exact: true }).waitFor();
  const restart = async (): Promise<void> => {
    await app.close();
    app = await serve(main, { ...all, port: app.port });
  };
  const fields = async () => [
    await tab.getByRole("textbox", { name: "Note" }).inputValue(),
    await tab.getByLabel("Password").inputValue(),
  ];
  const recorded = record(tab);
  await become(before);
  await tab.goto(url);
  await greeted(before);
  await tab.getByRole("textbox", { name: "Note" }).fill("private");
  await tab.getByLabel("Password").fill("swordfish");
  await until(() => (pages[0]?.controls[2] as TextField | undefined)?.value === "swordfish");
  return { ...recorded, app: () => app, pages, proxy, url, become, greeted, restart, fields };
}

type Form = Awaited<ReturnType<typeof openForm>>;

const isOver = async (form: Form) => {
  await until(() => form.app().app.sessions.every(({ isConnected }) => !isConnected));
};

/** Ways in which a tab comes to a new connection. */
const ways: readonly [string, (form: Form) => unknown][] = [
  ["a reload", ({ tab }) => tab.reload()],
  ["a lost connection", ({ proxy }) => proxy.cutAll()],
  ["the end of the session by the app", ({ pages }) => pages[0]?.session.close()],
  ["a restart of the server", ({ restart }) => restart()],
  [
    "the end of the session while the client is away",
    async (form) => {
      form.proxy.refuse = true;
      form.proxy.cutAll();
      await isOver(form);
      form.pages[0]?.session.close();
      form.proxy.refuse = false;
    },
  ],
];
const changes: readonly [string | undefined, string | undefined][] = [
  [undefined, "ann"],
  ["ann", undefined],
  ["ann", "bob"],
];

describe("another user in the same tab gets an own session without the input of the former user", () => {
  for (const [how, reconnect] of ways) {
    test.each(changes)(`at ${how}: %s → %s`, async (before, after) => {
      const form = await openForm(before);
      const { tab, pages, become, greeted, fields } = form;
      await become(after);
      await reconnect(form);
      await greeted(after);
      await until(() => pages.length === 2);
      // What is put back is put back at once; a write would follow within this time.
      await pause(300);
      expect(await fields()).toEqual(["", ""]);
      const [, page] = pages as [Page, Page];
      expect([page.session.user, (page.controls[1] as TextField).value]).toEqual([after, ""]);
      expect(new Set(sessionsOf(form)).size).toBe(2);
      expect(await tab.getByRole("status").isVisible()).toBe(false);
      expect(await tab.getByText(`hello ${before ?? "nobody"}`).count()).toBe(0);
    });
  }

  test("and the former user gets the former session back from the tab where it is kept", async () => {
    const form = await openForm("ann");
    const { tab, pages, become, greeted, fields } = form;
    const ticket = await tab.evaluate(() => ({ ...sessionStorage }));
    await become("bob");
    await tab.reload();
    await greeted("bob");
    await become("ann");
    await tab.evaluate((entries) => Object.assign(sessionStorage, entries), ticket);
    await tab.reload();
    await greeted("ann");
    expect(await fields()).toEqual(["private", "swordfish"]);
    expect(pages).toHaveLength(2);
  });
});

describe("the same user in the same tab", () => {
  test.each<[string, (form: Form) => unknown, string]>([
    ["a restart of the server", ({ restart }) => restart(), "private"],
    ["the end of the session while the client is away", (ways[4] as (typeof ways)[4])[1], "private"],
    ["the end of the session by the app", ({ pages }) => pages[0]?.session.close(), ""],
  ])("after %s, finds no password in the next session", async (_, reconnect, note) => {
    for (const user of ["ann", undefined]) {
      const form = await openForm(user);
      await reconnect(form);
      await until(() => form.pages.length === 2);
      await until(async () => (await form.fields()).join() === `${note},`);
      await pause(300);
      expect(await form.fields()).toEqual([note, ""]);
      const values = form.pages[1]?.controls.slice(1).map((field) => (field as TextField).value);
      expect(values).toEqual([note, ""]);
    }
  });

  test.each(["ann", "bob"])("input that is stored for a reload is put back for its user only: %s", async (name) => {
    const form = await openForm("ann");
    const { tab, become, greeted, fields } = form;
    await become(name);
    const { session } = form.pages[0] as Page;
    sessionOf({ session }).link.connection?.close(CloseCode.version, "test");
    session.close();
    await until(() => form.pages.length === 2);
    await greeted(name);
    const note = name === "ann" ? "private" : "";
    await until(async () => (await fields())[0] === note);
    await pause(300);
    expect([await fields(), loads(form, form.url)]).toEqual([[note, ""], 2]);
    expect(await tab.evaluate(() => Object.values(sessionStorage).join())).not.toContain("swordfish");
  });
});

test("a repeated check ends the page of a user who is another one now, and a reload gives an own session", async () => {
  const form = await openForm("ann", { limits: { identityInterval: 300 } });
  const { tab, become, greeted, fields, pages } = form;
  await pause(700);
  expect(await fields()).toEqual(["private", "swordfish"]);
  await become("bob");
  // The check looks at the request of the open connection, whose cookie does not change.
  await pause(700);
  expect(pages).toHaveLength(1);
  await tab.reload();
  await greeted("bob");
  expect(await fields()).toEqual(["", ""]);
});

describe("after a close code", () => {
  const codes: readonly [string, number][] = [
    ...Object.entries(CloseCode),
    ["binary", 1003],
    ["no JSON", 1007],
    ["too large", 1009],
  ];
  /** What happens: the client connects again, reloads by itself, or waits for a click with or without its ticket. */
  const expected: { readonly [name: string]: "again" | "reloads" | "kept" | "dropped" } = {
    protocol: "dropped",
    policy: "dropped",
    error: "again",
    restarting: "again",
    overloaded: "again",
    unauthorized: "kept",
    forbidden: "dropped",
    late: "again",
    replaced: "dropped",
    gone: "again",
    version: "reloads",
    tooMany: "dropped",
    binary: "dropped",
    "no JSON": "dropped",
    "too large": "dropped",
  };
  const tickets = (tab: Tab) =>
    tab.evaluate(() => Object.values(sessionStorage).filter((text) => text.includes("secret")).length);

  test.each(codes)("%s, the tab works again, at the latest after its reload", async (name, code) => {
    const staged = await openScene();
    const { tab, scene, url } = staged;
    await press(tab);
    sessionOf(scene.page).link.connection?.close(code, "test");
    const outcome = expected[name];
    if (outcome === "kept" || outcome === "dropped") {
      await tab.getByRole("button", { name: "Reload" }).waitFor();
      expect([await tickets(tab), outcome]).toEqual([outcome === "kept" ? 1 : 0, outcome]);
      await tab.getByRole("button", { name: "Reload" }).click();
    }
    await until(() => sessionsOf(staged).length === 2);
    await shown(tab);
    await press(tab);
    expect(await tickets(tab)).toBe(1);
    expect([outcome, scene.runs]).toEqual([outcome, outcome === "dropped" ? 2 : 1]);
    expect(loads(staged, url)).toBe(outcome === "again" ? 1 : 2);
  });

  test("a ticket that the server refuses each time is offered no more after one reload", async () => {
    const { tab, scene } = await openScene();
    await press(tab);
    sessionOf(scene.page).link.tryResume = () => {
      throw new RunletError("bad-message", "a client with a state that never was");
    };
    await tab.reload();
    await tab.getByRole("button", { name: "Reload" }).click();
    await shown(tab);
    await press(tab);
    expect(scene.runs).toBe(2);
  });
});

test("a server that ends each session at once is asked ever more seldom, however often the network seems to come back", async () => {
  const ends: { readonly [code: string]: (page: Page) => void } = {
    4410: (page) => page.session.close(),
    1013: (page) => sessionOf(page).link.connection?.close(1013, "test"),
    1011: (page) => sessionOf(page).link.connection?.close(1011, "test"),
    1012: (page) => sessionOf(page).link.connection?.close(1012, "test"),
  };
  const flap = async (tab: Tab, ms: number): Promise<void> => {
    for (const stop = performance.now() + ms; performance.now() < stop; await pause(50)) {
      await tab.evaluate(() => {
        dispatchEvent(new Event("online"));
        document.dispatchEvent(new Event("visibilitychange"));
      });
    }
  };
  // Most of the time is waiting, so all close codes are tried at the same time.
  const tried = Object.entries(ends).map(async ([code, end]) => {
    const staged = await openScene();
    const { tab } = staged;
    const watch = setInterval(() => {
      for (const { page, isConnected } of staged.app.app.sessions) if (isConnected) end(page);
    }, 5);
    onTestFinished(() => clearInterval(watch));
    const connections = () => sessionsOf(staged).length;
    await flap(tab, 3000);
    const early = connections();
    await flap(tab, 3000);
    const late = connections() - early;
    expect(early, code).toBeLessThan(15);
    expect(late, code).toBeLessThan(6);
    clearInterval(watch);
    await until(async () => (await tab.getByRole("status").isVisible()) === false);
    await press(tab);
  });
  await Promise.all(tried);
});

describe("nothing of a session that is gone is sent to the next one", () => {
  /** An app whose second session shows another field where the first one had its own. */
  async function openTwo(isHeard: boolean) {
    const shownFields: TextField[] = [];
    const heard: string[] = [];
    let clicks = 0;
    const main = (page: Page): void => {
      const label = shownFields.length === 0 ? "First" : "Second";
      const field = new TextField({ label });
      if (isHeard) field.onChange = ({ data }) => void heard.push(`${label} ${data}`);
      shownFields.push(field);
      const count = new Text({ value: "0" });
      const onClick = () => {
        count.value = String(++clicks);
      };
      page.add(count, field, new FilledButton({ content: "Count", onClick }));
    };
    const app = await serve(main, { port: 0, log: silent });
    const proxy = await FaultProxy.start({ port: app.port });
    onTestFinished(async () => {
      await proxy.close();
      await app.close();
    });
    const { tab } = await openBlank();
    const recorded = record(tab);
    await tab.goto(`http://127.0.0.1:${proxy.port}/`);
    await shown(tab);
    return { ...recorded, app, proxy, shownFields, heard };
  }

  test.each([
    ["without a listener", false],
    ["with a listener", true],
  ])("text of a field %s", async (_, isHeard) => {
    const two = await openTwo(isHeard);
    const { tab, app, proxy, shownFields, heard } = two;
    const first = tab.getByRole("textbox", { name: "First" });
    proxy.refuse = true;
    proxy.cutAll();
    await until(() => app.app.sessions.every(({ isConnected }) => !isConnected));
    // The first letter is on its way, and the others wait for its acknowledgment.
    await first.pressSequentially("lost");
    for (let n = 0; n < 3; n++) await tab.getByRole("button", { name: "Count" }).click();
    await first.pressSequentially(" text");
    app.app.sessions[0]?.close();
    proxy.refuse = false;
    await tab.getByRole("textbox", { name: "Second" }).waitFor();
    for (let n = 0; n < 10; n++) await press(tab);
    await pause(300);
    const [, second] = shownFields as [Control, TextField];
    expect([second.value, heard]).toEqual(["", []]);
    expect(await tab.getByRole("textbox", { name: "Second" }).inputValue()).toBe("");
    const commands = messages<{ commands: object[] }>(two.sent, "commands").flatMap((each) => each.commands);
    expect(commands).toHaveLength(10);
    expect(JSON.stringify(commands)).not.toMatch(/lost|write/);
  });

  test("the answer to a call", async () => {
    const answers: string[] = [];
    let runs = 0;
    const app = await serve(
      (page) => {
        const run = ++runs;
        const lines = Array.from({ length: 100 }, (_, n) => new Text({ value: `line ${n}` }));
        const list = new Column({ height: 200, scroll: "auto", controls: lines });
        page.add(new Text({ value: `run ${run}` }), list);
        void page.runTask(async () => {
          await list.scrollTo({ offset: 900, duration: run === 1 ? 600 : 5000 });
          answers.push(`run ${run}`);
        });
      },
      { port: 0, log: silent },
    );
    onTestFinished(() => app.close());
    const { tab } = await openBlank();
    const recorded = record(tab);
    await tab.goto(app.url);
    await tab.getByText("run 1").waitFor();
    await until(() => recorded.received.some((frame) => frame.includes("scrollTo")));
    app.app.sessions[0]?.close();
    await tab.getByText("run 2").waitFor();
    await until(() => answers.length > 0);
    expect(answers).toEqual(["run 2"]);
    // An answer of the first session would come before the second one has scrolled this far.
    expect(await tab.locator(".r-column").evaluate((list) => list.scrollTop)).toBeGreaterThan(850);
    const results = () =>
      messages<{ commands: { result?: number }[] }>(recorded.sent, "commands")
        .flatMap((each) => each.commands)
        .filter(({ result }) => result !== undefined);
    await until(() => results().length > 0);
    expect(results()).toHaveLength(1);
  });
});
