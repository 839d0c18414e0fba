import { expect, test } from "vitest";
import { scanHtml } from "../../../src/client/controls/markdown/html-scanner.ts";

/** Returns the parts of HTML: tags in brackets, with their attributes, and text as it is. */
function partsOf(html: string): string[] {
  const parts: string[] = [];
  scanHtml(html, {
    text: (text) => void parts.push(text),
    open: (name, attributes) =>
      void parts.push(`[${[name, ...[...attributes].map(([key, value]) => `${key}=${value}`)].join(" ")}]`),
    close: (name) => void parts.push(`[/${name}]`),
  });
  return parts;
}

test.each<[html: string, parts: string[]]>([
  ["a<b>c</b>d", ["a", "[b]", "c", "[/b]", "d"]],
  ["<B CLASS=x Class=y>", ["[b class=x]"]],
  [`<a b="1>2" c='"' d=e/f g>`, ['[a b=1>2 c=" d=e/f g=]']],
  ["<a b = c\n\td\n=\n'e'/>", ["[a b=c d=e]"]],
  ["<a/b=c/d>", ["[a b=c/d]"]],
  ["<a b=&#65;&#x42;&#0;&#xD800;&#1114112;&nosuch;>", ["[a b=AB\ufffd\ufffd\ufffd&nosuch;]"]],
  ["a < b <3 <> </> <é> <- c", ["a < b <3 <> </> <é> <- c"]],
  ["<a b", ["<a b"]],
  ['<a b="c', ['<a b="c']],
  ["<a <b>", ["<a ", "[b]"]],
  ["<a b='<i>", ["<a b='", "[i]"]],
  ['<a b="c"d>e', ['<a b="c"d>e']],
  ["a<!-- b -->c<!---->d<!-->e<!--->f", ["a", "c", "d", "e", "f"]],
  ["a<!-- b", ["a<!-- b"]],
  ["a<!-- <b>", ["a<!-- ", "[b]"]],
  ["a<?b?>c<!D e>f<? g", ["a", "c", "f<? g"]],
  ["a<![CDATA[<b>&#65;]]>c<![CDATA[d", ["a", "<b>&#65;", "c<![CDATA[d"]],
  ["a<script>b<c></script>d", ["a", "d"]],
  ["a<SCRIPT x=y>b</sCript >d<style/>e</style\n>f", ["a", "d", "f"]],
  ["a<script>b</scripts></script x>c", ["a", "c"]],
  ["a<script>b", ["a", "b"]],
  [" <script>b\nc\n\nd<b>", [" ", "d", "[b]"]],
  ["<style>a", []],
  ["<script>a</script", []],
  ["</script>a</style>", ["[/script]", "a", "[/style]"]],
])("%j is split into its parts", (html, parts) => {
  expect(partsOf(html)).toEqual(parts);
});

test("a tag has at most 100 attributes", () => {
  expect(partsOf(`<a${" b=c".repeat(100)}>`)).toEqual(["[a b=c]"]);
  expect(partsOf(`<a${" b=c".repeat(101)}>`)[0]).toContain("<a b=c");
});
