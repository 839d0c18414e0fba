import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import pixelmatch from "pixelmatch";
import type { Page as Tab } from "playwright-core";
import { PNG } from "pngjs";
import { Column, type Page, Text } from "runlet";
import type { RunningApp } from "runlet/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSamples, type Sample } from "../../examples/gallery/sample.ts";
import { kebabCase } from "../../scripts/controls.ts";
import { openTab, serveApp, violations } from "./open.ts";

/**
 * Pictures of every control's states, kept as references. `UPDATE_LOOKS=1 npx vitest run --project e2e
 * test/e2e/looks.test.ts -t Switch` takes them anew: look at them before they are committed.
 */
const FOLDER = new URL("./looks/", import.meta.url);
const isUpdate = process.env.UPDATE_LOOKS === "1";
/** Share of points that may differ: versions of a browser draw edges a little differently. */
const TOLERANCE = 0.01;

const require = createRequire(import.meta.url);
const fonts = [400, 500, 700].map((weight) => ({
  weight: String(weight),
  data: readFileSync(require.resolve(`@fontsource/roboto/files/roboto-latin-${weight}-normal.woff2`)).toString(
    "base64",
  ),
}));

const samples = await loadSamples();
let app: RunningApp;
let shown: Sample | undefined;

beforeAll(async () => {
  app = await serveApp((page: Page) => {
    page.title = shown?.kind.spec.type ?? "";
    page.padding = 16;
    for (const [name, make] of Object.entries(shown?.states ?? {})) {
      page.add(new Column({ spacing: 4, controls: [new Text({ value: name, themeStyle: "labelSmall" }), make()] }));
    }
  });
  mkdirSync(FOLDER, { recursive: true });
});
afterAll(() => app.close());

/** The same letters on every machine. */
async function useFonts(tab: Tab): Promise<void> {
  await tab.addInitScript((fonts) => {
    for (const { weight, data } of fonts) {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      document.fonts.add(new FontFace("Roboto", bytes, { weight }));
    }
  }, fonts);
}

/** Once renderers, icons and pictures are there. */
async function settled(tab: Tab): Promise<void> {
  await tab.locator(".r-page").waitFor();
  await tab.waitForFunction(() => {
    const icons = [...document.querySelectorAll(".r-icon")].every((icon) => icon.childElementCount > 0);
    return icons && [...document.images].every((image) => image.complete);
  });
  await tab.evaluate(() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 100))));
}

function differing(name: string, taken: Buffer): number {
  const file = new URL(name, FOLDER);
  if (isUpdate || !existsSync(file)) {
    if (!isUpdate) return 1;
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

describe.each(samples.map((sample) => [sample.kind.spec.type, sample] as const))("%s", (type, sample) => {
  test("looks as it did, light and dark, and has nothing that axe-core minds", async () => {
    shown = sample;
    const opened = await openTab("about:blank", { viewport: { width: 600, height: 400 }, reducedMotion: "reduce" });
    const { tab, problems } = opened;
    await useFonts(tab);
    await tab.goto(app.url);
    for (const colorScheme of ["light", "dark"] as const) {
      await tab.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await settled(tab);
      // Each state would be alone on a page of its own.
      expect(await violations(opened, ["landmark-unique"]), colorScheme).toEqual([]);
      const picture = await tab.screenshot({ fullPage: true, animations: "disabled", caret: "hide" });
      expect(differing(`${kebabCase(type)}.${colorScheme}.png`, picture), colorScheme).toBeLessThan(TOLERANCE);
    }
    expect(problems).toEqual([]);
    await tab.context().close();
  });
});
