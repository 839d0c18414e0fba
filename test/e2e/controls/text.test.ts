import type { Locator } from "playwright-core";
import { Markdown, type MarkdownStyleSheet, Text, TextField, TextSpan } from "runlet";
import { expect, test } from "vitest";
import { openApp } from "../open.ts";

const selectionOf = (field: Locator) =>
  field.evaluate((input) => {
    const { selectionStart, selectionEnd } = input as HTMLInputElement;
    return [selectionStart, selectionEnd];
  });

test("the Up and Down keys move the cursor of a text field, unless ignoreUpDownKeys is set", async () => {
  const fields = [true, false].map(
    (ignoreUpDownKeys) => new TextField({ multiline: true, value: "one\ntwo\nthree", ignoreUpDownKeys }),
  );
  const { tab, app } = await openApp((page) => page.add(...fields));
  const inputs = tab.getByRole("textbox");
  const places = async (input: Locator) => {
    await input.evaluate((element) => (element as HTMLTextAreaElement).setSelectionRange(5, 5));
    await input.press("ArrowDown");
    const below = await selectionOf(input);
    await input.press("ArrowUp");
    await input.press("ArrowUp");
    return [below, await selectionOf(input)];
  };
  expect(await places(inputs.first())).toEqual([
    [5, 5],
    [5, 5],
  ]);
  expect(await places(inputs.last())).toEqual([
    [9, 9],
    [1, 1],
  ]);
  await tab.close();
  await app.close();
});

test("the inputFilter of a text field decides which characters can be typed", async () => {
  const field = new TextField({ inputFilter: { regexString: "[0-9]" } });
  const { tab, app } = await openApp((page) => page.add(field));
  await tab.getByRole("textbox").pressSequentially("a1b2");
  expect(await tab.getByRole("textbox").inputValue()).toBe("12");
  await expect.poll(() => field.value).toBe("12");
  await tab.close();
  await app.close();
});

test("selection selects text of a field that has the focus, and selectionColor is the background of that text", async () => {
  const field = new TextField({ value: "Runlet", selectionColor: "#00ff00" });
  const { tab, app } = await openApp((page) => page.add(field, new TextField({ value: "plain" })));
  const inputs = tab.getByRole("textbox");
  await inputs.first().focus();
  field.selection = { baseOffset: 1, extentOffset: 4 };
  await expect.poll(() => selectionOf(inputs.first())).toEqual([1, 4]);
  const color = (input: Locator) => input.evaluate((input) => getComputedStyle(input, "::selection").backgroundColor);
  expect(await color(inputs.first())).toBe("rgb(0, 255, 0)");
  expect(await color(inputs.last())).not.toBe("rgb(0, 255, 0)");
  // The person selects other text, which the app reads when the field has lost the focus.
  await inputs.first().press("End");
  await inputs.first().press("Shift+ArrowLeft");
  await inputs.last().focus();
  await expect.poll(() => field.selection).toEqual({ baseOffset: 6, extentOffset: 5 });
  await tab.close();
  await app.close();
});

test("with spellOut screen readers read the characters of a span one by one", async () => {
  const spans = [
    new TextSpan({ text: "NASA", spellOut: true, spans: [new TextSpan({ text: " and words" })] }),
    new TextSpan({ text: "ESA", spellOut: true, url: "https://example.com/" }),
    new TextSpan({ text: "JAXA", spellOut: true, semanticsLabel: "JX" }),
  ];
  const { tab, app } = await openApp((page) => page.add(new Text({ spans })));
  const read = () => tab.locator(".r-text").ariaSnapshot();
  await expect.poll(read).toMatch(/N A S A\s+and words/);
  expect(await read()).not.toMatch(/NASA|ESA|JAXA/);
  expect(await tab.getByRole("link", { name: "E S A", exact: true }).count()).toBe(1);
  expect(await read()).toContain("J X");
  for (const seen of ["NASA", "ESA", "JAXA"])
    expect(await tab.getByText(seen, { exact: true }).first().isVisible()).toBe(true);
  for (const span of spans) {
    span.spellOut = false;
    span.text = `${span.text}!`;
  }
  await expect.poll(read).toMatch(/NASA! and words/);
  expect(await tab.getByRole("link", { name: "ESA!", exact: true }).count()).toBe(1);
  expect(await read()).toContain("JX");
  await tab.close();
  await app.close();
});

test("codeStyleSheet styles blocks of code, and takes precedence over mdStyleSheet", async () => {
  const sheet: MarkdownStyleSheet = {
    codeTextStyle: { color: "#ff0000", size: 20 },
    codeblockPadding: 30,
    codeblockAlignment: "center",
    codeblockDecoration: { bgcolor: "#00ff00" },
  };
  const markdown = new Markdown({
    value: "text `word`\n\n```\nblock\n```",
    extensionSet: "gitHubWeb",
    mdStyleSheet: { codeblockPadding: 7 },
    codeStyleSheet: sheet,
  });
  const { tab, app } = await openApp((page) => page.add(markdown));
  const look = () =>
    tab.locator(".r-md").evaluate((root) => {
      const [block, code, word] = ["pre", "pre > code", "p > code"].map((selector) =>
        getComputedStyle(root.querySelector(selector) as Element),
      );
      return {
        padding: block?.paddingLeft,
        align: block?.textAlign,
        fill: block?.backgroundColor,
        color: code?.color,
        size: code?.fontSize,
        word: word?.color === code?.color || word?.fontSize === code?.fontSize,
      };
    });
  const styled = { padding: "30px", align: "center", fill: "rgb(0, 255, 0)", color: "rgb(255, 0, 0)", size: "20px" };
  await expect.poll(look).toEqual({ ...styled, word: false });
  markdown.codeStyleSheet = null;
  await expect.poll(async () => (await look()).padding).toBe("7px");
  const plain = await look();
  for (const [name, value] of Object.entries(styled)) expect(plain).not.toHaveProperty(name, value);
  await tab.close();
  await app.close();
});
