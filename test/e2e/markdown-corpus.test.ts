import type { BrowserContext, Page as Tab } from "playwright-core";
import { FilledButton, Markdown, type MarkdownExtensionSet, type Page, Text } from "runlet";
import type { RunningApp } from "runlet/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examples } from "../support/commonmark-examples.ts";
import { eventually } from "../support/patience.ts";
import { openContext } from "../support/shared-browser.ts";
import { openTabIn, serveApp } from "./open.ts";
import { hostileTexts, longTexts, nestedTexts, randomTexts } from "./support/hostile-texts.ts";

/** The smallest image, for whatever image a text names. */
const PIXEL = Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64");
const DIALECTS: readonly MarkdownExtensionSet[] = ["commonMark", "gitHubWeb"];

let app: RunningApp;
let context: BrowserContext;
let tab: Tab;
let page: Page;
let problems: string[];
let clicks = 0;
/** Requests to other servers, except for images. */
const requests: string[] = [];

beforeAll(async () => {
  app = await serveApp((own) => void (page = own), { development: true });
  context = await openContext({ viewport: { width: 900, height: 700 } });
  await context.addInitScript(() => {
    const found: string[] = [];
    Object.assign(window, { found, alert: () => void found.push("alert") });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      found.push(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  await context.route("**/*", (route) => {
    if (route.request().resourceType() === "image") return route.fulfill({ contentType: "image/gif", body: PIXEL });
    if (route.request().url().startsWith(app.url)) return route.continue();
    requests.push(route.request().url());
    return route.fulfill({ body: "" });
  });
  ({ tab, problems } = await openTabIn(context, app.url));
  await tab.locator(".r-window").waitFor();
});

afterAll(async () => {
  await context.close();
  await app.close();
});

/** Shows texts with a button after them, clicks the button, and returns the shown text of each. */
async function show(texts: readonly string[], extensionSet: MarkdownExtensionSet): Promise<string[]> {
  const next = new FilledButton({ content: "Next", onClick: () => void clicks++ });
  const before = clicks;
  page.controls = [
    ...texts.map((value) => new Markdown({ value, extensionSet })),
    next,
    new Text({ value: String(before) }),
  ];
  await tab.getByText(String(before), { exact: true }).waitFor();
  // Events of the keyboard, because a click would scroll to the button first.
  await tab.getByRole("button", { name: "Next" }).press("Enter");
  await eventually(() => expect(clicks).toBe(before + 1));
  return tab.locator(".r-md").evaluateAll((all) => all.map((root) => root.textContent ?? ""));
}

/** Expects that no script has run, nothing was reported, and nothing is in the page that could run later. */
async function expectNothingFound(): Promise<void> {
  const found = await tab.evaluate(() => {
    const parts = [...document.querySelectorAll(".r-md-text *")];
    const attributes = parts.flatMap((part) => [...part.attributes]);
    return {
      found: Reflect.get(window, "found"),
      notices: document.querySelector(".r-notices")?.textContent,
      tags: parts
        .map(({ localName }) => localName)
        .filter(
          (name) =>
            !/^(?:[abipsu]|blockquote|br|code|del|div|em|h\d|hr|img|input|kbd|li|mark|ol|pre|span|strong|su[bp]|table|tbody|t[dhr]|thead|ul)$/.test(
              name,
            ),
        ),
      attributes: attributes
        .filter(({ name }) => /^on|^style$|^id$|^name$|^data-|^src(?:set|doc)$(?<!src)/.test(name))
        .map(({ name }) => name),
      classes: parts
        .map(({ className }) => className)
        .filter((name) => !/^(?:|r-md-table|(?:hljs|language)-.*)$/.test(name)),
      addresses: attributes
        .filter(
          ({ name, value }) =>
            /^(?:href|src)$/.test(name) &&
            !/^(?:https?|mailto|tel|data:image\/)/.test(new URL(value, document.baseURI).href),
        )
        .map(({ value }) => value),
      inputs: parts.filter((part) => part.localName === "input" && !part.matches("[type=checkbox][disabled]")).length,
      title: typeof document.title,
    };
  });
  expect(found).toEqual({
    found: [],
    notices: "",
    tags: [],
    attributes: [],
    classes: [],
    addresses: [],
    inputs: 0,
    title: "string",
  });
  expect(problems).toEqual([]);
  expect(requests).toEqual([]);
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Returns the words that a text has more often than another one. */
function missing(wanted: readonly string[], shown: readonly string[]): string[] {
  const rest = new Map<string, number>();
  for (const word of shown) rest.set(word, (rest.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const left = rest.get(word) ?? 0;
    rest.set(word, left - 1);
    return left <= 0;
  });
}

test("each example of CommonMark's specification shows all words of the HTML that it means", async () => {
  // The browser reads the expected HTML, in a page that has nothing of the client.
  const blank = await context.newPage();
  const expected = await blank.evaluate(
    (pages) => {
      return pages.map((html) => {
        const { body } = new DOMParser().parseFromString(html, "text/html");
        for (const hidden of body.querySelectorAll("script, style")) hidden.remove();
        return body.textContent ?? "";
      });
    },
    examples.map(({ html }) => html),
  );
  await blank.close();
  expect(examples.length).toBeGreaterThan(600);
  for (const dialect of DIALECTS) {
    const shown = await show(
      examples.map(({ markdown }) => markdown),
      dialect,
    );
    const lost = examples
      .map(({ number }, at) => ({ number, words: missing(wordsOf(expected[at] ?? ""), wordsOf(shown[at] ?? "")) }))
      .filter(({ words }) => words.length > 0);
    expect(lost).toEqual([]);
    await expectNothingFound();
  }
});

/** Shows texts, and expects that words that begin with `kept` are shown, and words that begin with `gone` are not. */
async function expectKept(texts: readonly string[], dialect: MarkdownExtensionSet): Promise<void> {
  const found = (text: string | undefined, word: RegExp): string[] => text?.match(word) ?? [];
  const shown = await show(texts, dialect);
  const wrong = texts
    .map((text, at) => ({
      text: text.slice(0, 200),
      lost: missing(found(text, /kept\d*/g), found(shown[at], /kept\d*/g)),
      leaked: found(shown[at], /gone\d*/g),
    }))
    .filter(({ lost, leaked }) => lost.length > 0 || leaked.length > 0);
  expect(wrong).toEqual([]);
  await expectNothingFound();
}

test("hostile texts keep their words, run nothing, and leave the next control alone", async () => {
  expect(hostileTexts.length).toBeGreaterThan(300);
  for (const dialect of DIALECTS) await expectKept(hostileTexts, dialect);
});

test("texts that are nested thousands of times keep their words", async () => {
  for (let from = 0; from < nestedTexts.length; from += 10)
    await expectKept(nestedTexts.slice(from, from + 10), "gitHubWeb");
  const depth = await tab.evaluate(() => {
    const depthOf = (part: Element | null): number => (part === null ? 0 : 1 + depthOf(part.parentElement));
    return Math.max(...[...document.querySelectorAll(".r-md-text *")].map(depthOf));
  });
  expect(depth).toBeLessThan(100);
});

test.each([
  ["- a </li></ul> b\n- c", "<ul><li>a  b</li><li>c</li></ul>"],
  ["*a</em>b* c</p>d", "<p><em>ab</em> cd</p>"],
  ["> a</blockquote>b\n\nc", "<blockquote><p>ab</p></blockquote><p>c</p>"],
  ["**a <b>b** c</b>", "<p><strong>a <b>b</b></strong> c</p>"],
  ["<b>a\n\nb</b> c\n\nd", "<p><b>a</b></p><p>b c</p><p>d</p>"],
  ["<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "<ul><li>a</li><li>b<ul><li>c</li></ul></li><li>d</li></ul><p>e</p>"],
  ["<p>a<p>b", "<p>a</p><p>b</p>"],
  ["<a href=/x>a<a href=/y>b", '<p><a href="/x">a</a><a href="/y">b</a></p>'],
  ["<div>a</div>b<center>c</center>", "<div>a</div><p>b</p><div>c</div>"],
  ["<blockquote>\n\n*a*\n\n</blockquote>\n\nb", "<blockquote><p><em>a</em></p></blockquote><p>b</p>"],
  ['![a *b*](http://) <img src="" alt=c>', '<p>a b <img src="" alt="c"></p>'],
  [
    "- [x] a\n- [ ] b",
    `<ul>${[' checked=""', ""].map((is, at) => `<li><input${is} disabled="" type="checkbox"> ${"ab"[at]}</li>`).join("")}</ul>`,
  ],
  ["ftp://a.com //a.com a.com www.a.com", '<p>ftp://a.com //a.com a.com <a href="http://www.a.com">www.a.com</a></p>'],
  ["~a~ ~~b~~ ~~~c~~~ ~d~~", "<p><del>a</del> <del>b</del> ~~~c~~~ ~d~~</p>"],
])("%j becomes elements that are closed where they end", async (text, html) => {
  await show([text], "gitHubWeb");
  const shown = await tab
    .locator(".r-md-text")
    .evaluate(({ innerHTML }) => innerHTML.replace(/\n| aria-label="[^"]*"/g, ""));
  expect(shown).toBe(html);
});

test("a tap on an unsafe link reports no address", async () => {
  const received: unknown[] = [];
  const onTapLink = ({ data }: { data: string }): void => void received.push(data);
  page.controls = [new Markdown({ value: "[bad](javascript:alert(1)) [good](/x)", onTapLink })];
  await tab.getByText("bad").click();
  await tab.getByText("good").click();
  await eventually(() => expect(received).toEqual(["", "/x"]));
});

test("an address that is defined once and used often does not take memory for each use", async () => {
  await show([`[a]: /${"b".repeat(20_000)}\n\n${"[a] ".repeat(1000)}`], "gitHubWeb");
  const links = await tab.locator(".r-md").evaluate((root) => {
    return [...root.querySelectorAll("a")].map((link) => link.getAttribute("href")?.length ?? 0);
  });
  expect(links.length).toBe(1000);
  expect(links[0]).toBe(20_001);
  expect(links.reduce((sum, length) => sum + length, 0)).toBeLessThan(200_000);
});

test("random mixtures of hostile texts run nothing, and what is before and after them is shown", async () => {
  for (const dialect of DIALECTS) {
    const texts = randomTexts(200, dialect.length);
    const shown = await show(texts, dialect);
    const wrong = texts.filter((_, at) => !/^before\s(?:.*\s)?after\s*$/s.test(shown[at] ?? ""));
    expect(wrong).toEqual([]);
    await expectNothingFound();
  }
});

test.each(longTexts)("50,000 characters of %j are shown", async (_, text) => {
  const [shown] = await show([`before\n\n${text}\n\nafter`], "gitHubWeb");
  expect(shown?.slice(0, 6)).toBe("before");
  expect(shown?.trimEnd().slice(-5)).toBe("after");
  await expectNothingFound();
});

test("a text that cannot be read as Markdown is shown as it is written", async () => {
  const broken = await (await openContext({})).newPage();
  // Something that no text can cause: the browser refuses to make a document.
  await broken.addInitScript(() => {
    DOMImplementation.prototype.createHTMLDocument = () => {
      throw new Error("no document");
    };
  });
  const value = "# one\n\n*two* <b>";
  const own = await serveApp((its) => its.add(new Markdown({ value }), new Text({ value: "the next" })));
  await broken.goto(own.url);
  await broken.getByText("the next").waitFor();
  expect(await broken.locator(".r-md").textContent()).toContain(value);
  expect(await broken.locator(".r-notices").textContent()).toBe("");
  await broken.close();
  await own.close();
});

test("long code, and code whose highlighter cannot be loaded, is shown in one color", async () => {
  await context.route(/runlet\/rust-/, (route) => route.abort());
  const short = `const kept1 = "${"a".repeat(800)}";`;
  const values = [
    ...[short, `${short}${"a".repeat(300)}`, `${short}\n`.repeat(20)].map((code) => `\`\`\`js\n${code}\n\`\`\``),
    "```rust\nfn kept1() {}\n```\n\n```js\nconst kept2 = 1;\n```",
  ];
  await show(values, "gitHubWeb");
  const keywords = () =>
    tab.locator(".r-md").evaluateAll((all) => all.map((root) => root.querySelectorAll(".hljs-keyword").length));
  await eventually(async () => expect(await keywords()).toEqual([1, 0, 0, 1]));
  expect(await tab.locator(".r-md").last().textContent()).toContain("fn kept1() {}");
  expect(await tab.locator(".r-notices").textContent()).toBe("");
});
