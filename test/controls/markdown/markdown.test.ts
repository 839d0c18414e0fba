import { Markdown } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("Markdown is sent as source text, and the client renders it", async () => {
  const markdown = new Markdown({
    value: "# Hello",
    codeTheme: "monokai",
    mdStyleSheet: { h1TextStyle: { color: "red" } },
  });
  await using h = mount(markdown);
  expect(h.documents()[markdown.id]).toEqual({
    $type: "Markdown",
    value: "# Hello",
    codeTheme: "monokai",
    mdStyleSheet: { h1TextStyle: { color: "#f44336" } },
  });
});

test("onTapLink reports the address of the link", async () => {
  const received: unknown[] = [];
  const markdown = new Markdown({ value: "[a](/b)", onTapLink: ({ data }) => void received.push(data) });
  await using h = mount(markdown);
  await h.fire(markdown, "tapLink", "/b");
  await expect(h.fire(markdown, "tapLink", 1)).rejects.toThrow(/must be a string/);
  expect(received).toEqual(["/b"]);
});

test("unknown themes and unknown fields of a style sheet are refused", () => {
  expect(() => new Markdown({ codeTheme: "monokay" as never })).toThrow(/Markdown\.codeTheme must be/);
  expect(() => new Markdown({ codeTheme: { keywords: {} } as never })).toThrow(
    /keywords is not a field of MarkdownCustomCodeTheme/,
  );
  expect(() => new Markdown({ mdStyleSheet: { h7TextStyle: {} } as never })).toThrow(
    /h7TextStyle is not a field of MarkdownStyleSheet/,
  );
  expect(() => new Markdown({ codeTheme: { keyword: { color: "rde" } } })).toThrow(
    /Markdown\.codeTheme\.keyword\.color must be a color/,
  );
});
