import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  Badge,
  CircleAvatar,
  Column,
  FilledButton,
  Icon,
  Image,
  Markdown,
  ProgressBar,
  ProgressRing,
  Text,
} from "runlet";
import { describe, expect, onTestFinished, test } from "vitest";
import { eventually } from "../../support/patience.ts";
import { type Opened, openApp, violations } from "../open.ts";

const svg = (color: string, width = 40, height = 20) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${color}"/></svg>`;

async function open(...[main, options]: Parameters<typeof openApp>): Promise<Opened> {
  const opened = await openApp(main, options);
  onTestFinished(() => opened.app.close());
  return opened;
}

describe("icons", () => {
  test("an icon is fetched once, however often it is shown, and has its own color and size", async () => {
    const second = new Icon({ name: "home", color: "red", size: 40, semanticsLabel: "Home" });
    const { tab, requests, problems } = await open((page) => page.add(new Icon({ name: "home" }), second));
    await tab.waitForFunction(() => document.querySelectorAll("svg.r-icon > path").length === 2);
    expect(requests.filter((url) => url.includes("/icons/"))).toEqual([
      expect.stringMatching(/\/runlet\/icons\/home\.json$/),
    ]);
    const home = tab.getByRole("img", { name: "Home" });
    expect(await home.evaluate((root) => getComputedStyle(root.firstElementChild as Element).fill)).toBe(
      "rgb(244, 67, 54)",
    );
    expect(await home.boundingBox()).toMatchObject({ width: 40, height: 40 });
    second.name = "cupertino_house_fill";
    await tab.locator('svg[viewBox="0 0 56 56"]').waitFor();
    expect(problems).toEqual([]);
  });

  test("an icon that fails to load is an empty square of the icon's size", async () => {
    const { tab, problems } = await open((page) => {
      page.add(new FilledButton({ content: "Show", onClick: () => page.add(new Icon({ name: "star" })) }));
    });
    await tab.route("**/icons/*", (route) => route.abort());
    await tab.getByRole("button").click();
    expect(await tab.locator("svg.r-icon").boundingBox()).toMatchObject({ width: 24, height: 24 });
    await eventually(() => expect(problems.length).toBeGreaterThan(0));
    expect(problems.filter((problem) => !/icons\/star|ERR_FAILED/.test(problem))).toEqual([]);
  });
});

describe("images", () => {
  test("an image of another site is allowed by the content security policy", async () => {
    const elsewhere = createServer((_, response) => {
      response.setHeader("content-type", "image/svg+xml").end(svg("teal"));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => elsewhere.once("listening", resolve));
    onTestFinished(() => void elsewhere.close());
    const src = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/a.svg`;
    const { tab, problems } = await open((page) => page.add(new Image({ src, semanticsLabel: "Teal", color: "red" })));
    await tab.waitForFunction(() => document.querySelector<HTMLImageElement>(".r-image > img")?.naturalWidth === 40);
    expect(problems).toEqual([]);
  });

  test("an image shows errorContent if it fails to load, and placeholderSrc until it loads", async () => {
    const image = new Image({ src: "/gone.png", errorContent: new Text({ value: "No image" }), width: 50, height: 50 });
    const slow = new Image({
      src: "/slow.png",
      placeholderSrc: svg("grey"),
      fadeInAnimation: { duration: 1, curve: "easeIn" },
    });
    const { tab } = await open((page) =>
      page.add(new FilledButton({ content: "Show", onClick: () => page.add(image, slow) })),
    );
    await tab.route("**/slow.png", () => {});
    await tab.getByRole("button").click();
    await tab.getByText("No image").waitFor();
    const seen = () => tab.locator(".r-image-meanwhile").evaluate((shown) => getComputedStyle(shown).opacity);
    await eventually(async () => expect(await seen()).toBe("1"));
    slow.src = svg("green");
    await eventually(async () => expect(await seen()).toBe("0"));
    image.src = svg("green");
    await tab.getByText("No image").waitFor({ state: "hidden" });
  });

  test("an error of a source that was removed meanwhile is neither shown nor reported", async () => {
    const image = new Image({ src: svg("green"), errorContent: new Text({ value: "No image" }) });
    const received: unknown[] = [];
    const onImageError = ({ data }: { data: string }) => void received.push(data);
    const avatar = new CircleAvatar({ content: "AB", foregroundImageSrc: svg("green"), onImageError });
    const { tab } = await open((page) => page.add(image, avatar));
    image.src = "";
    avatar.foregroundImageSrc = null;
    await eventually(async () => expect(await tab.locator("img[src]").count()).toBe(0));
    const dispatch = (name: string) =>
      tab.locator("img").evaluateAll((images, name) => {
        for (const image of images) image.dispatchEvent(new Event(name));
      }, name);
    await dispatch("error");
    expect(await tab.getByText("No image").isVisible()).toBe(false);
    await dispatch("load");
    expect(await tab.locator(".r-circle-avatar img:visible").count()).toBe(0);
    avatar.foregroundImageSrc = "/gone.png";
    await eventually(() => expect(received).toEqual(["foreground"]));
  });

  test("an avatar reports which of its images failed to load, and shows its text", async () => {
    const received: unknown[] = [];
    const { tab } = await open((page) => {
      const images = { foregroundImageSrc: "/gone1.png", backgroundImageSrc: "/gone2.png" };
      page.add(new CircleAvatar({ content: "AB", ...images, onImageError: ({ data }) => void received.push(data) }));
    });
    await eventually(() => expect(received.toSorted()).toEqual(["background", "foreground"]));
    expect(await tab.locator(".r-circle-avatar img:visible").count()).toBe(0);
    await tab.getByText("AB").waitFor();
  });
});

describe("progress", () => {
  test("progress is exposed to screen readers, and indeterminate progress is animated", async () => {
    const bar = new ProgressBar({ value: 0.25, semanticsLabel: "Copying" });
    const { tab } = await open((page) => page.add(bar, new ProgressRing({ semanticsLabel: "Waiting" })), {
      reducedMotion: "reduce",
    });
    const shown = tab.getByRole("progressbar", { name: "Copying" });
    expect(await shown.getAttribute("aria-valuenow")).toBe("25");
    bar.value = null;
    await tab.waitForFunction(() => document.querySelectorAll(".r-progress-busy").length === 2);
    expect(await shown.getAttribute("aria-valuenow")).toBeNull();
    // With reduced motion, indeterminate progress blinks slowly instead of moving.
    const moves = await tab.evaluate(() =>
      document.getAnimations().flatMap((moving) => (moving instanceof CSSAnimation ? [moving.animationName] : [])),
    );
    expect(new Set(moves)).toEqual(new Set(["r-progress-pulse"]));
  });
});

describe("badges", () => {
  test("a badge is at the corner of its control, and can be removed and added", async () => {
    const icon = new Icon({ name: "mail", badge: "7" });
    const button = new FilledButton({ content: "Go", badge: new Badge({ label: "new" }) });
    const { tab, problems } = await open((page) => page.add(new Column({ margin: 20, controls: [icon, button] })));
    const [badge, mail] = await Promise.all([
      tab.getByText("7").boundingBox(),
      tab.locator("svg.r-icon").boundingBox(),
    ]);
    expect(badge && mail && badge.x > mail.x && badge.y < mail.y && badge.x < mail.x + mail.width).toBe(true);
    await tab.getByText("new").waitFor();
    icon.badge = null;
    button.badge = null;
    await eventually(async () => expect(await tab.locator(".r-badge").count()).toBe(0));
    button.badge = "8";
    await tab.getByText("8").waitFor();
    expect(problems).toEqual([]);
  });
});

describe("tooltips", () => {
  const tip = (opened: Opened) => opened.tab.getByRole("tooltip");

  test("a tooltip follows its settings for position and delay", async () => {
    const tooltip = { message: "Above", preferBelow: false, waitDuration: 0, exitDuration: 0 };
    const opened = await open((page) => page.add(new Text({ value: "here", tooltip, margin: { top: 100 } })));
    await opened.tab.getByText("here").hover();
    await tip(opened).getByText("Above").waitFor();
    const [above, text] = await Promise.all([tip(opened).boundingBox(), opened.tab.getByText("here").boundingBox()]);
    expect(above && text && above.y + above.height < text.y).toBe(true);
    await opened.tab.mouse.move(600, 600);
    await tip(opened).waitFor({ state: "hidden" });
  });

  test("a tooltip stays open while the pointer is on it", async () => {
    const opened = await open((page) =>
      page.add(new Text({ value: "here", tooltip: { message: "Stay", waitDuration: 0 } })),
    );
    await opened.tab.getByText("here").hover();
    await tip(opened).hover();
    await opened.tab.waitForTimeout(300);
    await tip(opened).waitFor();
    await opened.tab.mouse.move(600, 600);
    await tip(opened).waitFor({ state: "hidden" });
  });

  test("a tooltip opens by touch, on a long press or, with triggerMode tap, on a tap", async () => {
    const tap = new Text({ value: "tap", tooltip: { message: "Tapped", triggerMode: "tap", showDuration: 1500 } });
    const hold = new Text({ value: "hold", tooltip: { message: "Held", showDuration: 300 } });
    const opened = await open((page) => page.add(tap, hold), { hasTouch: true });
    await opened.tab.getByText("tap").tap();
    await tip(opened).getByText("Tapped").waitFor();
    await tip(opened).waitFor({ state: "hidden" });
    await opened.tab.getByText("hold").tap();
    await opened.tab.waitForTimeout(100);
    expect(await tip(opened).isVisible()).toBe(false);
    const { x, y } = (await opened.tab.getByText("hold").boundingBox()) as { x: number; y: number };
    const session = await opened.tab.context().newCDPSession(opened.tab);
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: x + 4, y: y + 4 }] });
    await tip(opened).getByText("Held").waitFor();
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await tip(opened).waitFor({ state: "hidden" });
  });
});

describe("Markdown", () => {
  const gitHub = { extensionSet: "gitHubWeb" } as const;

  test("taps on links and text are reported, and links only open with autoFollowLinks", async () => {
    const received: unknown[] = [];
    const markdown = new Markdown({
      value: "Words and [a link](https://example.com/x).",
      onTapLink: ({ data }) => void received.push(data),
      onTapText: () => void received.push("text"),
    });
    const { tab } = await open((page) => page.add(markdown));
    await tab.getByRole("link").click();
    await tab.getByText("Words").click({ position: { x: 2, y: 2 } });
    await tab.getByRole("link").press("Enter");
    await tab.keyboard.press("Shift+Tab");
    await tab.keyboard.press("Enter");
    await eventually(() =>
      expect(received).toEqual(["https://example.com/x", "text", "https://example.com/x", "text"]),
    );
    expect(tab.url()).not.toContain("example.com");
    markdown.autoFollowLinks = true;
    markdown.autoFollowLinksTarget = "_blank";
    await eventually(async () => expect(await tab.getByRole("link").getAttribute("target")).toBe("_blank"));
    await tab.context().route("https://example.com/**", (route) => route.fulfill({ body: "there" }));
    const [other] = await Promise.all([tab.context().waitForEvent("page"), tab.getByRole("link").click()]);
    expect(other.url()).toBe("https://example.com/x");
    markdown.disabled = true;
    await eventually(async () => expect(await tab.getByRole("link").getAttribute("href")).toBeNull());
  });

  test("selected text is reported", async () => {
    const received: unknown[] = [];
    const { tab } = await open((page) =>
      page.add(
        new Markdown({ value: "one **two**", onSelectionChange: ({ data }) => void received.push(data.selectedText) }),
      ),
    );
    await tab.getByText("two").dblclick();
    await eventually(() => expect(received.at(-1)).toBe("two"));
  });

  test("code is highlighted in a theme, and the highlighter only loads when there is code", async () => {
    const markdown = new Markdown({ ...gitHub, value: "# No code" });
    const { tab, requests, problems } = await open((page) => page.add(markdown));
    await tab.getByRole("heading", { name: "No code" }).waitFor();
    const asked = (name: string) => requests.some((url) => url.includes(`/runlet/${name}-`));
    expect([asked("markdown"), asked("highlight"), asked("code-themes")]).toEqual([true, false, false]);
    markdown.value = "```ts\nconst a = 1;\n```";
    await tab.locator(".hljs-keyword").waitFor();
    expect([asked("highlight"), asked("typescript"), asked("python"), asked("code-themes")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    markdown.codeTheme = "monokai";
    const color = () => tab.locator(".hljs-keyword").evaluate((word) => getComputedStyle(word).color);
    await eventually(async () => expect(await color()).toBe("rgb(249, 38, 114)"));
    markdown.codeTheme = { keyword: { color: "#00ff00" } };
    await eventually(async () => expect(await color()).toBe("rgb(0, 255, 0)"));
    expect(problems).toEqual([]);
  });

  test("an update keeps the selection and the scroll position of unchanged parts", async () => {
    const code = `\`\`\`\n${"long ".repeat(100)}\n\`\`\``;
    const markdown = new Markdown({ ...gitHub, value: `# Title\n\nmarked\n\n${code}` });
    const { tab } = await open((page) => page.add(markdown));
    await tab.getByText("marked").dblclick({ position: { x: 8, y: 8 } });
    await tab.locator("pre").evaluate((block) => block.scrollTo(50, 0));
    markdown.value += "\n\nand more";
    await tab.getByText("and more").waitFor();
    expect(await tab.evaluate(() => getSelection()?.toString())).toBe("marked");
    expect(await tab.locator("pre").evaluate((block) => block.scrollLeft)).toBe(50);
  });

  test("imageErrorContent replaces images that fail to load", async () => {
    const value = "![a](/gone1.png) and ![b](/gone2.png)";
    const { tab } = await open((page) =>
      page.add(new Markdown({ value, imageErrorContent: new Text({ value: "gone" }) })),
    );
    await eventually(async () => expect(await tab.getByText("gone").count()).toBe(2));
    expect(await tab.locator("[data-id]", { hasText: /^gone$/ }).count()).toBe(1);
  });

  const ATTACKS = [
    "<script>window.hacked = 1</script>",
    '<img src=x onerror="window.hacked = 1">',
    "<img/src=x/onerror=window.hacked=1>",
    "<svg onload=window.hacked=1><script>window.hacked=1</script></svg>",
    "<svg><animate onbegin=window.hacked=1 attributeName=x dur=1s></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.hacked=1>",
    "<style>.r-page { display: none }</style>",
    '<p style="position:fixed;inset:0">over</p>',
    "<form action=/x><input name=body autofocus onfocus=window.hacked=1><button>Send</button></form>",
    '<iframe src="javascript:parent.hacked=1"></iframe><object data=x></object><embed src=x>',
    '<a href="javascript:window.hacked=1">bad</a> [bad](javascript:window.hacked=1) [bad](JaVa\tScRiPt:window.hacked=1)',
    "[bad](data:text/html,<script>window.hacked=1</script>) ![bad](javascript:window.hacked=1)",
    '<a id=runlet name=title class="r-root r-page" data-id=1 href=/ok>named</a>',
    "<details open ontoggle=window.hacked=1><summary>s</summary></details><video src=x onerror=window.hacked=1></video>",
    '<base href=https://evil.example/><meta http-equiv=refresh content="0;url=https://evil.example/"><link rel=stylesheet href=x>',
    '```"><img src=x onerror=window.hacked=1>\n</code></pre><script>window.hacked=1</script>\n```',
  ];
  test("scripts, styles, forms, unsafe links and other attacks are removed", async () => {
    const { tab, problems, requests } = await open((page) => {
      page.add(...ATTACKS.map((value) => new Markdown({ ...gitHub, value })), new Text({ value: "end" }));
    });
    await tab.getByText("end", { exact: true }).waitFor();
    for (const link of await tab.locator(".r-md a").all()) await link.click({ force: true });
    const found = await tab.evaluate(() => {
      const parts = [...document.querySelectorAll(".r-md-text *")];
      return {
        hacked: Reflect.get(window, "hacked"),
        tags: parts
          .map(({ localName }) => localName)
          .filter((name) =>
            /script|style|svg|math|form|input|button|iframe|object|embed|base|meta|link|video|details/.test(name),
          ),
        attributes: parts
          .flatMap((part) => part.getAttributeNames())
          .filter((name) => /^on|^style$|^id$|^name$|^data-/.test(name)),
        classes: parts.map(({ className }) => className).filter((name) => /r-root|r-page/.test(name)),
        addresses: parts
          .flatMap((part) => [part.getAttribute("href"), part.getAttribute("src")])
          .filter((url) => /script:|text\/html/i.test(url ?? "")),
        root: document.getElementById("runlet")?.className,
        title: typeof document.title,
      };
    });
    const nothing = { hacked: undefined, tags: [], attributes: [], classes: [], addresses: [] };
    expect(found).toEqual({ ...nothing, root: expect.stringContaining("r-root"), title: "string" });
    expect(requests.filter((url) => url.includes("evil.example"))).toEqual([]);
    // The attacks name images that do not exist, so requests for them fail.
    expect(problems.filter((problem) => !/404|failed: /.test(problem))).toEqual([]);
  });

  test("axe-core finds no violations", async () => {
    const value = "# A\n\n- [x] done\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```ts\nconst a = 1;\n```\n\n> q\n\n[l](/l)";
    const opened = await open((page) => page.add(new Markdown({ ...gitHub, value })));
    await opened.tab.locator(".hljs-keyword").waitFor();
    expect(await violations(opened)).toEqual([]);
  });
});
