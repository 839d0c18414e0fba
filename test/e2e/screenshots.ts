import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import pixelmatch from "pixelmatch";
import type { BrowserContext, Page as Tab } from "playwright-core";
import { PNG } from "pngjs";
import { Column, type Page, Text } from "runlet";
import type { RunningApp } from "runlet/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSamples, type Sample } from "../../examples/gallery/sample.ts";
import { kebabCase, loadControls } from "../../scripts/controls.ts";
import { openContext } from "../support/shared-browser.ts";
import { atRest, type Opened, openTabForMany, openTabIn, serveApp, violations } from "./open.ts";

/**
 * Screenshots of every control's states, compared with reference images. To take new references, run
 * `UPDATE_LOOKS=1 npx vitest run --project e2e test/e2e/screenshots -t Switch`, and look at them before you commit them.
 * Text looks the same on every machine, because the server serves Roboto, and `atRest` waits for it.
 */
const FOLDER = new URL("./screenshots/", import.meta.url);
const isUpdate = process.env.UPDATE_LOOKS === "1";
/** Fraction of pixels that may differ, because browser versions draw edges slightly differently. */
const TOLERANCE = 0.01;
/** Size of the square blocks in which pixels are counted as well, so that a small icon that disappears is noticed. */
const BLOCK = 16;
/** Fraction of the pixels of a block that may differ. The thin cross of a chip covers a tenth of its two blocks. */
const BLOCK_TOLERANCE = 1 / 12;

const families = new Map((await loadControls()).map(({ type, family }) => [type, family]));

/** Describes how an image differs from its reference image. Returns undefined if it does not. */
function differenceOf(name: string, taken: Buffer): string | undefined {
  const file = new URL(name, FOLDER);
  const before = existsSync(file) ? PNG.sync.read(readFileSync(file)) : undefined;
  const now = PNG.sync.read(taken);
  if (!isUpdate) {
    const difference = before === undefined ? "There is no reference image." : compare(now, before);
    if (difference !== undefined) writeFileSync(new URL(name.replace(".png", ".now.png"), FOLDER), taken);
    return difference;
  }
  if (before === undefined || !now.data.equals(before.data)) {
    mkdirSync(new URL(".", file), { recursive: true });
    writeFileSync(file, taken);
  }
  return undefined;
}

function compare(now: PNG, before: PNG): string | undefined {
  const { width, height } = now;
  if (width !== before.width || height !== before.height) {
    return `The size is ${width}x${height}, not ${before.width}x${before.height}.`;
  }
  const count = pixelmatch(now.data, before.data, undefined, width, height, { threshold: 0.2 });
  if (count > width * height * TOLERANCE) return `${count} of ${width * height} pixels differ.`;
  const mask = new PNG({ width, height });
  const options = { threshold: 0.2, diffMask: true, includeAA: true };
  pixelmatch(now.data, before.data, mask.data, width, height, options);
  const blocks = new Map<string, number>();
  for (let pixel = 0; pixel < width * height; pixel++) {
    if (mask.data[pixel * 4 + 3] === 0) continue;
    const at = [pixel % width, Math.floor(pixel / width)].map((value) => value - (value % BLOCK)).join(", ");
    blocks.set(at, (blocks.get(at) ?? 0) + 1);
  }
  const [worst] = [...blocks].sort(([, one], [, other]) => other - one);
  if (worst === undefined || worst[1] <= BLOCK * BLOCK * BLOCK_TOLERANCE) return undefined;
  return `${worst[1]} of ${BLOCK * BLOCK} pixels differ in the block at ${worst[0]}.`;
}

/** Shows the states of a sample below each other, each with its name. */
function show(page: Page, sample: Sample | undefined): void {
  page.title = sample?.kind.spec.type ?? "";
  page.padding = 16;
  for (const [name, make] of Object.entries(sample?.states ?? {})) {
    page.add(new Column({ spacing: 4, controls: [new Text({ value: name, themeStyle: "labelSmall" }), make()] }));
  }
}

/** Returns the position, size and colors of each element of a page in dark mode, as text. */
async function appearanceIn(tab: Tab): Promise<readonly string[]> {
  await tab.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await atRest(tab);
  return tab.evaluate(async () => {
    scrollTo(0, 0);
    // Rows with `content-visibility: auto` get their size in the frame after the one that shows them.
    for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
    return [...document.querySelectorAll(".r-page *")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, borderColor, fill, opacity, fontSize } = getComputedStyle(element);
      const box = [x, y, width, height].map((value) => Math.round(value * 2) / 2).join(" ");
      const look = [color, backgroundColor, borderColor, fill, opacity, fontSize].join(" ");
      return `${element.tagName} ${element.getAttribute("class") ?? ""}: ${box}: ${look}`;
    });
  });
}

/**
 * A page that has loaded the renderers of all controls, and shows one sample after the other. A sample looks different
 * here if the style sheet of one control applies to elements of another control.
 */
class AllLoaded {
  readonly #app: RunningApp;
  readonly #tab: Tab;
  readonly #page: Page;

  private constructor(app: RunningApp, tab: Tab, page: Page) {
    this.#app = app;
    this.#tab = tab;
    this.#page = page;
  }

  static async open(context: BrowserContext, samples: readonly Sample[]): Promise<AllLoaded> {
    const pages: Page[] = [];
    const app = await serveApp((page: Page) => {
      pages.push(page);
      for (const sample of samples) show(page, sample);
    });
    const { tab } = await openTabIn(context, app.url);
    await atRest(tab);
    return new AllLoaded(app, tab, pages[0] as Page);
  }

  async appearanceOf(sample: Sample): Promise<readonly string[]> {
    this.#page.clean();
    show(this.#page, sample);
    this.#page.update();
    await this.#tab.waitForFunction((title) => document.title === title, sample.kind.spec.type);
    return appearanceIn(this.#tab);
  }

  close(): Promise<void> {
    return this.#app.close();
  }
}

/**
 * Defines the screenshot tests of one file. Several files divide the controls among them, so that they run in parallel.
 * The samples of a file load in the same tab, one after the other: a new tab takes longer to start.
 */
export async function testScreenshots(shard: number, shards: number): Promise<void> {
  const all = await loadSamples();
  const samples = all.filter((_, index) => index % shards === shard);
  let app: RunningApp;
  let opened: Opened;
  let shown: Sample | undefined;
  let allLoaded: AllLoaded;

  beforeAll(async () => {
    app = await serveApp((page: Page) => show(page, shown));
    const context = await openContext({ viewport: { width: 600, height: 400 }, reducedMotion: "reduce" });
    opened = await openTabForMany(context);
    allLoaded = await AllLoaded.open(context, all);
  });
  afterAll(async () => {
    await app.close();
    await allLoaded.close();
  });

  test.each(samples.map((sample) => [sample.kind.spec.type, sample] as const))(
    "%s matches its screenshots in light and dark mode, and axe-core finds no violations",
    async (type, sample) => {
      shown = sample;
      const { tab, problems } = opened;
      problems.length = 0;
      await tab.goto(app.url);
      for (const colorScheme of ["light", "dark"] as const) {
        await tab.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await atRest(tab);
        // Landmarks repeat here, because the page shows all states of a control. An app has each landmark only once.
        expect(await violations(opened, ["landmark-unique"]), colorScheme).toEqual([]);
        const image = await tab.screenshot({ fullPage: true, animations: "disabled", caret: "hide" });
        const name = `${families.get(type)}/${kebabCase(type)}.${colorScheme}.png`;
        expect(differenceOf(name, image), colorScheme).toBeUndefined();
      }
      expect(await allLoaded.appearanceOf(sample)).toEqual(await appearanceIn(tab));
      expect(problems).toEqual([]);
    },
  );
}
