import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Checkbox, Column, Control, FilledButton, type Page, Row, Slider, Text, TextField } from "runlet";
import { createApp } from "runlet/server";
import { type ServerMessage, webSocketTransport } from "runlet/transport";
import { delay } from "rxjs";
import { describe, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { eventually } from "../support/patience.ts";
import { type Opened, openApp, openTab, serveApp } from "./open.ts";

/** Serves an app over a connection that delays each message in both directions. */
async function serveSlowly(main: (page: Page) => void, ms: number) {
  const app = createApp(main, { log: { info() {}, warn() {}, error() {} } });
  const http = createServer(app.listener).listen(0, "127.0.0.1");
  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (socket) => {
    const transport = webSocketTransport(socket);
    const send = (message: ServerMessage) => void setTimeout(() => transport.send(message), ms);
    app.connect({ ...transport, send, messages$: transport.messages$.pipe(delay(ms)) });
  });
  await new Promise((resolve) => http.once("listening", resolve));
  const close = async () => {
    await app.close();
    sockets.close();
    http.close();
  };
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`, close };
}

async function texts({ tab }: Opened): Promise<string[]> {
  return tab.locator(".r-text").allTextContents();
}

describe("typing", () => {
  test("typing over a slow connection loses no character and keeps the caret if the app capitalizes the text", async () => {
    const field = new TextField({ label: "Name" });
    field.onChange = ({ data }) => {
      field.value = data.toUpperCase();
    };
    const { url, close } = await serveSlowly((page) => page.add(field), 75);
    const { tab } = await openTab(url);
    const input = tab.getByRole("textbox", { name: "Name" });
    await input.pressSequentially("the quick brown fox", { delay: 30 });
    await eventually(async () => expect(await input.inputValue()).toBe("THE QUICK BROWN FOX"));
    await input.press("Home");
    await input.pressSequentially("so ", { delay: 30 });
    await eventually(async () => expect(await input.inputValue()).toBe("SO THE QUICK BROWN FOX"));
    expect(await input.evaluate((element) => (element as HTMLInputElement).selectionStart)).toBe(3);
    expect(field.value).toBe("SO THE QUICK BROWN FOX");
    await close();
  });

  test("text typed without an onChange handler is sent with the next event", async () => {
    const seen: string[] = [];
    const { tab, sent, app } = await openApp((page) => {
      const field = new TextField({ label: "Name" });
      page.add(field, new FilledButton({ content: "Go", onClick: () => void seen.push(field.value) }));
    });
    await tab.getByRole("textbox").fill("Ann");
    await tab.getByRole("button").click();
    await eventually(() => expect(seen).toEqual(["Ann"]));
    expect(sent.filter((frame) => frame.includes("commands"))).toHaveLength(1);
    await app.close();
  });

  test("a click is undone if the app resets the value", async () => {
    const { tab, app } = await openApp((page) => {
      const box = new Checkbox({ label: "Sure?" });
      box.onChange = () => {
        box.value = false;
      };
      page.add(box);
    });
    const box = tab.getByRole("checkbox");
    await box.click();
    await eventually(async () => expect(await box.isChecked()).toBe(false));
    await app.close();
  });
});

describe("the page", () => {
  test("a field that moves keeps the focus and its typed text", async () => {
    const { tab, app } = await openApp((page) => {
      const fields = ["a", "b", "c"].map((label) => new TextField({ label }));
      const column = new Column({ controls: fields });
      page.add(column, new FilledButton({ content: "Turn", onClick: () => void column.controls.reverse() }));
      page.onClose = () => {};
      setTimeout(() => column.controls.reverse(), 1500);
    });
    const first = tab.getByRole("textbox", { name: "a" });
    await first.fill("kept");
    await eventually(async () => expect(await tab.getByRole("textbox").last().inputValue()).toBe("kept"));
    expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);
    await app.close();
  });

  test("the page's title is the title of the tab and the heading of the page", async () => {
    const { tab, app } = await openApp((page) => {
      page.title = "Garden";
    });
    await eventually(async () => expect(await tab.title()).toBe("Garden"));
    expect(await tab.getByRole("heading", { level: 1 }).textContent()).toBe("Garden");
    await app.close();
  });

  test("an error box replaces a control whose build() throws, and the rest of the page is shown", async () => {
    class Broken extends Control {
      override build(): Control {
        throw new Error("no pieces");
      }
    }
    const opened = await openApp((page) => page.add(new Broken(), new Text({ value: "alive" })));
    await opened.tab.getByText("Page > Broken[0]: no pieces").waitFor();
    expect(await texts(opened)).toEqual(["alive"]);
    await opened.app.close();
  });

  test("an error in a handler is shown as a notice, and later events still work", async () => {
    const { tab, app } = await openApp((page) => {
      const text = new Text({ value: "0" });
      let clicks = 0;
      const click = () => {
        if (++clicks === 1) throw new Error("first one fails");
        text.value = String(clicks);
      };
      page.add(text, new FilledButton({ content: "Go", onClick: click }));
    });
    await tab.getByRole("button", { name: "Go" }).click();
    await tab.getByRole("alert").getByText("first one fails").waitFor();
    await tab.getByRole("button", { name: "Dismiss" }).click();
    await tab.getByRole("button", { name: "Go" }).click();
    await tab.getByText("2", { exact: true }).waitFor();
    expect(await tab.getByRole("alert").count()).toBe(0);
    await app.close();
  });

  test("disabling a control disables the controls inside it, until it is enabled again", async () => {
    const clicks: string[] = [];
    const { tab, app } = await openApp((page) => {
      const row = new Row({
        controls: [
          new FilledButton({ content: "In", onClick: () => void clicks.push("in") }),
          new TextField({ label: "Field" }),
        ],
      });
      page.add(
        row,
        new FilledButton({
          content: "Switch",
          onClick: () => {
            row.disabled = !row.disabled;
          },
        }),
      );
    });
    const inside = tab.getByRole("button", { name: "In" });
    await tab.getByRole("button", { name: "Switch" }).click();
    await eventually(async () => expect(await inside.isDisabled()).toBe(true));
    expect(await tab.getByRole("textbox").isDisabled()).toBe(true);
    await tab.getByRole("button", { name: "Switch" }).click();
    await eventually(async () => expect(await inside.isDisabled()).toBe(false));
    await inside.click();
    await eventually(() => expect(clicks).toEqual(["in"]));
    await app.close();
  });

  test.each(["light", "dark"] as const)("themeMode %s overrides the color scheme of the system", async (themeMode) => {
    const { tab, app } = await openApp(
      (page) => {
        page.themeMode = themeMode;
        page.add(new Text({ value: "here" }));
      },
      { colorScheme: themeMode === "light" ? "dark" : "light" },
    );
    await tab.getByText("here").waitFor();
    const background = await tab.evaluate(
      () => getComputedStyle(document.querySelector(".r-root") as Element).backgroundColor,
    );
    expect(background).toBe(themeMode === "light" ? "rgb(254, 247, 255)" : "rgb(20, 18, 24)");
    await app.close();
  });

  test("focusing a control by keyboard shows its tooltip", async () => {
    const { tab, app } = await openApp((page) =>
      page.add(new FilledButton({ content: "Go", tooltip: "Starts it", onClick: () => {} })),
    );
    await tab.getByRole("button").waitFor();
    await tab.keyboard.press("Tab");
    await tab.getByRole("tooltip").getByText("Starts it").waitFor();
    await tab.keyboard.press("Escape");
    await tab.getByRole("tooltip").waitFor({ state: "hidden" });
    await app.close();
  });
});

test("a control that enters later is shown, although its renderer and its features were not loaded before", async () => {
  const { tab, app } = await openApp((page) => {
    const add = (): void => page.add(new Row({ controls: [new Slider({ value: 0.5, tooltip: "How loud" })] }));
    page.add(new FilledButton({ content: "More", onClick: add }));
  });
  await tab.getByRole("button").click();
  await tab.getByRole("slider").hover();
  await tab.getByRole("tooltip").getByText("How loud").waitFor();
  expect(await tab.getByText("No renderer").count()).toBe(0);
  await app.close();
});

describe("events of a control", () => {
  test("scrolling is reported, always with the last position", async () => {
    const seen: number[] = [];
    const { tab, app } = await openApp((page) => {
      const controls = Array.from({ length: 50 }, (_, n) => new Text({ value: `row ${n}` }));
      page.add(
        new Column({ height: 200, scroll: "auto", controls, onScroll: ({ data }) => void seen.push(data.pixels) }),
      );
    });
    await tab.locator(".r-column").evaluate((column) => column.scrollTo(0, 100));
    await tab.locator(".r-column").evaluate((column) => column.scrollTo(0, 250));
    await eventually(() => expect(seen.at(-1)).toBe(250));
    await app.close();
  });

  test("selecting text and clearing the selection are reported", async () => {
    const seen: unknown[] = [];
    const { tab, app } = await openApp((page) => {
      page.add(
        new Text({ value: "mark this word", onSelectionChange: ({ data }) => void seen.push(data) }),
        new Text({ value: "else" }),
      );
    });
    await tab
      .locator(".r-text")
      .first()
      .evaluate((text) => {
        const node = text.querySelector("span")?.firstChild as Node;
        document.getSelection()?.setBaseAndExtent(node, 5, node, 9);
      });
    await eventually(() =>
      expect(seen).toEqual([{ selectedText: "this", selection: { baseOffset: 5, extentOffset: 9 } }]),
    );
    await tab.evaluate(() => document.getSelection()?.removeAllRanges());
    await eventually(() =>
      expect(seen.at(-1)).toEqual({ selectedText: "", selection: { baseOffset: 0, extentOffset: 0 } }),
    );
    await app.close();
  });

  test("changes of the size are reported", async () => {
    const seen: number[] = [];
    const text = new Text({ value: "wide", width: 100, onSizeChange: ({ data }) => void seen.push(data.width) });
    const { app } = await openApp((page) => page.add(text));
    await eventually(() => expect(seen).toEqual([100]));
    text.width = 150;
    await eventually(() => expect(seen).toEqual([100, 150]));
    await app.close();
  });
});

describe("the connection", () => {
  test("the client reconnects after the server stops, and shows a banner until then", async () => {
    const main = (page: { add(...controls: Control[]): void }) => page.add(new Text({ value: "here" }));
    const first = await serveApp(main);
    const opened = await openTab(first.url);
    await opened.tab.getByText("here").waitFor();
    await first.close();
    await opened.tab.getByRole("status").getByText("The connection was lost. Connecting again…").waitFor();
    const second = await serveApp(main, { port: first.port });
    await opened.tab.getByRole("status").waitFor({ state: "hidden" });
    await opened.tab.getByText("here").waitFor();
    await second.close();
  });

  test("the client works over plain HTTP, without APIs that need HTTPS", async () => {
    const app = await serveApp((page) => page.add(new Text({ value: "over plain HTTP" })));
    const { tab, problems } = await openTab("about:blank");
    await tab.addInitScript(() => {
      Reflect.deleteProperty(Crypto.prototype, "randomUUID");
      Object.defineProperty(navigator, "locks", { value: undefined });
    });
    await tab.goto(app.url);
    await tab.getByText("over plain HTTP").waitFor();
    expect(problems).toEqual([]);
    await app.close();
  });

  test("connectionNotice replaces the banner while the connection is lost", async () => {
    const first = await serveApp((page) => {
      page.connectionNotice = new Text({ value: "Back in a moment." });
      page.add(new Text({ value: "first" }));
    });
    const { tab } = await openTab(first.url);
    await tab.getByText("first").waitFor();
    expect(await tab.getByText("Back in a moment.").isVisible()).toBe(false);
    await first.close();
    await tab.getByText("Back in a moment.").waitFor();
    expect(await tab.getByText("The connection was lost").isVisible()).toBe(false);
    const second = await serveApp((page) => page.add(new Text({ value: "second" })), { port: first.port });
    await tab.getByText("second").waitFor();
    expect(await tab.getByText("Back in a moment.").count()).toBe(0);
    await second.close();
  });

  test("in development the page reloads when the app restarts", async () => {
    const first = await serveApp((page) => page.add(new Text({ value: "old" })), { development: true });
    const opened = await openTab(first.url);
    await opened.tab.getByText("old").waitFor();
    await first.close();
    const second = await serveApp((page) => page.add(new Text({ value: "new" })), {
      development: true,
      port: first.port,
    });
    await opened.tab.getByText("new").waitFor();
    expect(opened.requests.filter((url) => url === first.url)).toHaveLength(2);
    await second.close();
  });
});
