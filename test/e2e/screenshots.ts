import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import pixelmatch from "pixelmatch";
import type { BrowserContext } from "playwright-core";
import { PNG } from "pngjs";
import { Column, type Page, Text } from "runlet";
import type { RunningApp } from "runlet/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSamples, type Sample } from "../../examples/gallery/sample.ts";
import { kebabCase, loadControls } from "../../scripts/controls.ts";
import { openContext } from "../support/shared-browser.ts";
import { atRest, openTabIn, serveApp, violations } from "./open.ts";

/**
 * Screenshots of every control's states, compared with reference images. To take new references, run
 * `UPDATE_LOOKS=1 npx vitest run --project e2e test/e2e/screenshots -t Switch`, and look at them before you commit them.
 */
const FOLDER = new URL("./screenshots/", import.meta.url);
const isUpdate = process.env.UPDATE_LOOKS === "1";
/** Fraction of pixels that may differ, because browser versions draw edges slightly differently. */
const TOLERANCE = 0.01;

const require = createRequire(import.meta.url);
const fonts = [400, 500, 700].map((weight) => ({
  weight: String(weight),
  data: readFileSync(require.resolve(`@fontsource/roboto/files/roboto-latin-${weight}-normal.woff2`)).toString(
    "base64",
  ),
}));

const families = new Map((await loadControls()).map(({ type, family }) => [type, family]));

/** Adds a font to each page, so that text looks the same on every machine. */
async function useFonts(context: BrowserContext): Promise<void> {
  await context.addInitScript((fonts) => {
    for (const { weight, data } of fonts) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      document.fonts.add(new FontFace("Roboto", bytes, { weight }));
    }
  }, fonts);
}

function differing(name: string, taken: Buffer): number {
  const file = new URL(name, FOLDER);
  if (isUpdate || !existsSync(file)) {
    if (!isUpdate) return 1;
    mkdirSync(new URL(".", file), { recursive: true });
    writeFileSync(file, taken);
    return 0;
  }
  const [now, before] = [PNG.sync.read(taken), PNG.sync.read(readFileSync(file))];
  const [width, height] = [Math.min(now.width, before.width), Math.min(now.height, before.height)];
  if (Math.abs(now.width - before.width) > 2 || Math.abs(now.height - before.height) > 8) return 1;
  const count = pixelmatch(crop(now, width, height), crop(before, width, height), undefined, width, height, {
    threshold: 0.2,
  });
  if (count / (width * height) > TOLERANCE) writeFileSync(new URL(name.replace(".png", ".now.png"), FOLDER), taken);
  return count / (width * height);
}

function crop(image: PNG, width: number, height: number): Buffer {
  const part = new PNG({ width, height });
  PNG.bitblt(image, part, 0, 0, width, height, 0, 0);
  return part.data;
}

/**
 * Defines the screenshot tests of one file. Several files divide the controls among them, so that they run in parallel.
 * The tabs of a file share a browser context, so that later tabs load from its cache.
 */
export async function testScreenshots(shard: number, shards: number): Promise<void> {
  const samples = (await loadSamples()).filter((_, index) => index % shards === shard);
  let app: RunningApp;
  let context: BrowserContext;
  let shown: Sample | undefined;

  beforeAll(async () => {
    app = await serveApp((page: Page) => {
      page.title = shown?.kind.spec.type ?? "";
      page.padding = 16;
      for (const [name, make] of Object.entries(shown?.states ?? {})) {
        page.add(new Column({ spacing: 4, controls: [new Text({ value: name, themeStyle: "labelSmall" }), make()] }));
      }
    });
    context = await openContext({ viewport: { width: 600, height: 400 }, reducedMotion: "reduce" });
    await useFonts(context);
  });
  afterAll(() => app.close());

  test.each(samples.map((sample) => [sample.kind.spec.type, sample] as const))(
    "%s matches its screenshots in light and dark mode, and axe-core finds no violations",
    async (type, sample) => {
      shown = sample;
      const opened = await openTabIn(context, app.url);
      const { tab, problems } = opened;
      for (const colorScheme of ["light", "dark"] as const) {
        await tab.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await atRest(tab);
        // Landmarks repeat here, because the page shows all states of a control. An app has each landmark only once.
        expect(await violations(opened, ["landmark-unique"]), colorScheme).toEqual([]);
        const image = await tab.screenshot({ fullPage: true, animations: "disabled", caret: "hide" });
        const name = `${families.get(type)}/${kebabCase(type)}.${colorScheme}.png`;
        expect(differing(name, image), colorScheme).toBeLessThan(TOLERANCE);
      }
      expect(problems).toEqual([]);
      await tab.close();
    },
  );
}
