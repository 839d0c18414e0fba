import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import {
  Checkbox,
  Column,
  Container,
  Control,
  FilledButton,
  type LayoutProps,
  type Page,
  Row,
  Text,
  TextField,
  type TextFieldProps,
} from "runlet";
import { createApp } from "runlet/server";
import { number, type Read, type Spec, spec } from "runlet/spec";
import { describe, expect, test } from "vitest";
import { eventually } from "../support/patience.ts";
import { openApp, openTab, serveApp, violations } from "./open.ts";

describe("errors in the client", () => {
  test("the page stays usable and shows a notice when the code of a control does not load", async () => {
    let shown: Page | undefined;
    const text = new Text({ value: "before" });
    const app = await serveApp((page) => {
      shown = page;
      page.add(text);
    });
    const opened = await openTab(app.url);
    await opened.tab.getByText("before").waitFor();
    await opened.tab.route("**/field-*.js", (route) => route.abort());
    shown?.add(new TextField({ label: "Field" }));
    await opened.tab.getByRole("alert").getByText("A part of this page could not be shown.").waitFor();
    text.value = "after";
    await opened.tab.getByText("after").waitFor();
    await app.close();
  });

  test("repeated errors show at most three notices, each only once", async () => {
    const { tab, app } = await openApp((page) => {
      let count = 0;
      const click = () => {
        count++;
        throw new Error(`error ${count % 10}`);
      };
      page.add(new FilledButton({ content: "Fail", onClick: click }));
    });
    for (let n = 0; n < 12; n++) await tab.getByRole("button", { name: "Fail" }).click();
    await tab.getByText("error 2", { exact: false }).waitFor();
    expect(await tab.getByRole("alert").count()).toBe(3);
    await app.close();
  });
});

describe("text fields", () => {
  test("text composed with an input method is kept when an update arrives during the composition", async () => {
    const field = new TextField({ label: "Name" });
    field.onChange = async ({ page }) => {
      await page.sleep(200);
      field.hintText = "answered";
    };
    const { tab, app, received } = await openApp((page) => page.add(field));
    const input = tab.getByRole("textbox");
    await input.focus();
    const session = await tab.context().newCDPSession(tab);
    await tab.keyboard.type("a");
    await tab.keyboard.press("Backspace");
    await session.send("Input.imeSetComposition", { text: "日", selectionStart: 1, selectionEnd: 1 });
    await eventually(() => expect(received.some((frame) => frame.includes("answered"))).toBe(true));
    await session.send("Input.insertText", { text: "日本" });
    await eventually(() => expect(field.value).toBe("日本"));
    expect(await input.inputValue()).toBe("日本");
    await app.close();
  });

  test.each<[string, (field: TextField) => unknown, TextFieldProps, string]>([
    ["text", (field) => (field.value = "from the app"), {}, "from the app日本"],
    ["no text", (field) => (field.value = ""), {}, "日本"],
    [
      "text with a selection",
      (field) => Object.assign(field, { value: "abc", selection: { baseOffset: 0, extentOffset: 2 } }),
      {},
      "abc日本",
    ],
    ["a selection", (field) => (field.selection = { baseOffset: 1, extentOffset: 1 }), {}, "x日本"],
    [
      "text of a field of several lines",
      (field) => (field.value = "from\nthe app"),
      { multiline: true },
      "from\nthe app日本",
    ],
    [
      "text of a field with a filter",
      (field) => (field.value = "日"),
      { inputFilter: { regexString: "[日本x]" } },
      "日日本",
    ],
    [
      "text, and that the field has several lines",
      (field) => Object.assign(field, { value: "abc", multiline: true }),
      {},
      "abc日本",
    ],
  ])(
    "while an input method composes, the app sets %s: nothing is written into the field before the end",
    async (_, set, props, merged) => {
      const heard: unknown[] = [];
      const field = new TextField({
        label: "Name",
        value: "x",
        onChange: ({ data }) => void heard.push(data),
        ...props,
      });
      const { tab, app, received } = await openApp((page) => page.add(field));
      const input = tab.getByRole("textbox");
      await input.focus();
      await tab.keyboard.press("End");
      const session = await tab.context().newCDPSession(tab);
      await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
      set(field);
      field.hintText = "the app was here";
      await eventually(() => expect(received.some((frame) => frame.includes("the app was here"))).toBe(true));
      await eventually(async () => expect(await input.getAttribute("placeholder")).toBe("the app was here"));
      expect([await input.inputValue(), heard]).toEqual(["xに", []]);
      await session.send("Input.insertText", { text: "日本" });
      await eventually(() => expect(field.value).toBe(merged));
      expect([await input.inputValue(), heard]).toEqual([merged, [merged]]);
      const { length } = merged;
      expect(await input.evaluate((element) => (element as HTMLInputElement).selectionStart)).toBe(length);
      await app.close();
    },
  );

  test("after an input method was canceled, a field shows what the app has set meanwhile", async () => {
    const heard: unknown[] = [];
    const field = new TextField({ label: "Name", value: "x", onChange: ({ data }) => void heard.push(data) });
    const { tab, app, received } = await openApp((page) => page.add(field));
    const input = tab.getByRole("textbox");
    await input.focus();
    await tab.keyboard.press("End");
    const session = await tab.context().newCDPSession(tab);
    await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
    field.value = "from the app";
    await eventually(() => expect(received.some((frame) => frame.includes("from the app"))).toBe(true));
    await session.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
    await eventually(async () => expect(await input.inputValue()).toBe("from the app"));
    expect([field.value, heard]).toEqual(["from the app", []]);
    await app.close();
  });

  test("a text field shows each selection that the app sets", async () => {
    const field = new TextField({ label: "Name", value: "hello world" });
    const { tab, app } = await openApp((page) => page.add(field));
    const input = tab.getByRole("textbox");
    await input.focus();
    const marked = () =>
      input.evaluate((element) => [
        (element as HTMLInputElement).selectionStart,
        (element as HTMLInputElement).selectionEnd,
      ]);
    for (const [baseOffset, extentOffset] of [
      [0, 5],
      [0, 3],
      [6, 11],
    ] as const) {
      field.selection = { baseOffset, extentOffset };
      await eventually(async () => expect(await marked()).toEqual([baseOffset, extentOffset]));
    }
    await app.close();
  });
});

describe("layout", () => {
  test("texts in a column or row that scrolls keep their size", async () => {
    const { tab, app } = await openApp((page) => {
      const lines = (maxLines: number | null) =>
        Array.from({ length: 40 }, (_, n) => new Text({ value: `line ${n}`, maxLines }));
      page.add(
        new Column({ key: "c", height: 120, scroll: "auto", controls: lines(1) }),
        new Row({ width: 200, scroll: "auto", controls: lines(null) }),
      );
    });
    const line = await tab.locator(".r-column .r-text").nth(20).boundingBox();
    const word = await tab.locator(".r-row .r-text").nth(20).boundingBox();
    expect(line?.height).toBe(20);
    expect(word?.height).toBe(20);
    await app.close();
  });

  test("a long word in a button does not overflow the viewport, and a short label stays on one line", async () => {
    const { tab, app } = await openApp(
      (page) => page.add(new FilledButton({ content: "x".repeat(80) }), new FilledButton({ content: "Remove" })),
      { viewport: { width: 320, height: 500 } },
    );
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect((await tab.getByRole("button", { name: "Remove" }).boundingBox())?.height).toBe(40);
    await app.close();
  });

  test("align positions a control on the cross axis of its parent", async () => {
    const { tab, app } = await openApp((page) =>
      page.add(
        new Column({ width: 300, controls: [new Text({ value: "right", align: { x: 1, y: 0 } })] }),
        new Row({ height: 100, controls: [new Text({ value: "low", align: { x: 0, y: 1 } })] }),
      ),
    );
    const [column, row] = [await tab.locator(".r-column").boundingBox(), await tab.locator(".r-row").boundingBox()];
    const [right, low] = [
      await tab.locator(".r-column .r-text").boundingBox(),
      await tab.locator(".r-row .r-text").boundingBox(),
    ];
    expect(Math.round((right?.x ?? 0) + (right?.width ?? 0))).toBe(Math.round((column?.x ?? 0) + 300));
    expect(Math.round((low?.y ?? 0) + (low?.height ?? 0))).toBe(Math.round((row?.y ?? 0) + 100));
    await app.close();
  });
});

describe("nested controls and tooltips", () => {
  test("a click on a checkbox does not reach the container around it", async () => {
    const clicks: string[] = [];
    const { tab, app } = await openApp((page) =>
      page.add(
        new Container({
          padding: 20,
          onClick: () => void clicks.push("container"),
          content: new Checkbox({ label: "Box", onChange: () => void clicks.push("box") }),
        }),
      ),
    );
    await tab.getByText("Box").click();
    await eventually(() => expect(clicks).toEqual(["box"]));
    await app.close();
  });

  test("a tooltip closes on Escape and when its control is removed", async () => {
    const text = new Text({ value: "hover", tooltip: "Tip" });
    const row = new Row({ controls: [text] });
    const { tab, app } = await openApp((page) => page.add(row));
    await tab.getByText("hover").hover();
    await tab.getByRole("tooltip").getByText("Tip").waitFor();
    text.tooltip = "Other";
    await tab.getByRole("tooltip").getByText("Other").waitFor();
    await tab.keyboard.press("Escape");
    await tab.getByRole("tooltip").waitFor({ state: "hidden" });
    await tab.mouse.move(0, 300);
    await tab.getByText("hover").hover();
    await tab.getByRole("tooltip").waitFor();
    row.controls = [];
    await tab.getByRole("tooltip").waitFor({ state: "hidden" });
    await app.close();
  });
});

interface MeterProps extends LayoutProps<Read> {
  level?: number;
}
class Meter extends Control {
  static override readonly spec: Spec<MeterProps> = spec<MeterProps>({
    type: "Meter",
    parent: Control,
    properties: {
      level: number(5),
    },
  });
}

test("two apps run in one host page, and a custom control recovers after an error in its renderer", async () => {
  const meter = new Meter();
  const log = { info() {}, warn() {}, error() {} };
  const one = createApp((page) => page.add(new TextField({ label: "One" }), meter), { log, webAppPath: "/one" });
  const two = createApp((page) => page.add(new TextField({ label: "Two" })), { log, webAppPath: "/two" });
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { connect, registerRenderer } from "./client/index.js";
        registerRenderer("Meter", {
          create: () => ({ root: document.createElement("p") }),
          props: { level({ root, props }) { if (props.level > 8) throw new Error("too much"); root.textContent = "level " + props.level; } },
        }, { level: 5 });
        const show = (name) => connect({ url: "/" + name + "/ws" }, document.getElementById(name));
        window.one = show("one");
        show("two");
        window.again = () => { window.one.close(); window.one = show("one"); };
      `,
      resolveDir: fileURLToPath(new URL("../../dist", import.meta.url)),
    },
    bundle: true,
    format: "esm",
    write: false,
  });
  const http = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(
      isScript
        ? outputFiles[0]?.text
        : '<!doctype html><html lang="en"><title>Mine</title><link rel="icon" href="data:,"><main><h1>Mine</h1><div id="one"></div><div id="two"></div></main><script type="module" src="/page.js"></script></html>',
    );
  }).listen(0, "127.0.0.1");
  http.on("upgrade", (request, socket, head) =>
    (request.url?.startsWith("/one") ? one : two).handleUpgrade(request, socket, head),
  );
  await new Promise((resolve) => http.once("listening", resolve));
  const opened = await openTab(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`);
  const { tab } = opened;
  await tab.getByRole("textbox", { name: "One", exact: true }).waitFor();
  await tab.getByRole("textbox", { name: "Two", exact: true }).waitFor();
  await tab.getByText("level 5").waitFor();
  expect(await tab.title()).toBe("Mine");
  expect(await violations(opened)).toEqual([]);

  Reflect.set(meter, "level", 7);
  await tab.getByText("level 7").waitFor();
  Reflect.set(meter, "level", 9);
  await tab.getByRole("alert").getByText("A part of this page could not be shown.").waitFor();
  Reflect.set(meter, "level", 5);
  await tab.getByText("level 5").waitFor();

  await tab.evaluate(() => (globalThis as unknown as { again(): void }).again());
  await tab.getByRole("textbox", { name: "One", exact: true }).waitFor();
  await tab.waitForTimeout(1000);
  expect(await tab.locator("#one").getAttribute("class")).toBe("r-root");
  await one.close();
  await two.close();
  http.close();
});
