import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { Control } from "../../src/controls/control.ts";
import { Prop } from "../../src/core/declaration/spec.ts";
import { loadSampleDocuments } from "../support/sample-documents.ts";
import { DocumentsPage } from "./support/documents-page.ts";
import { EffectFinder, type Property } from "./support/effect-finder.ts";
import { hiddenProperties } from "./support/hidden-properties.ts";

const ADVICE =
  "no effect on the screen at rest: mend the renderer, add a sample that shows it, or list how it has an effect in hidden-properties.ts";

/** Milliseconds after which the test of one control is taken for a hang. On a quiet machine it takes up to 12 s. */
const TIME_LIMIT = 600_000;

/** Returns the properties that a control adds. Those of every control are the properties of `Control` itself. */
function propertiesOf(type: string, entries: object): Property[] {
  const all = Object.entries(entries).filter((entry): entry is [string, Prop<unknown>] => {
    const [name, prop] = entry;
    return prop instanceof Prop && prop.isSent && (type === "Control" || !(name in Control.spec.entries));
  });
  // The test itself sets the title of the page, to know when an update is shown.
  return all.filter(([name]) => !(type === "Page" && name === "title"));
}

/** Number of controls that are tried at the same time: while one tab waits for its next frame, another one works. */
const TABS = 2;

interface OpenTab {
  readonly page: DocumentsPage;
  readonly finder: EffectFinder;
}

/** Tabs that the tests of a file share. */
class Tabs {
  readonly #free: OpenTab[] = [];
  readonly #waiting: ((tab: OpenTab) => void)[] = [];

  async open(): Promise<void> {
    for (let count = 0; count < TABS; count++) this.#free.push(await openTab());
  }

  /** Calls a function once a tab is free. */
  async use(run: (finder: EffectFinder) => Promise<void>): Promise<void> {
    let tab = this.#free.pop() ?? (await new Promise<OpenTab>((resolve) => void this.#waiting.push(resolve)));
    try {
      await run(tab.finder);
    } finally {
      if (tab.finder.hasActed) {
        await tab.page.close();
        tab = await openTab();
      }
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(tab);
      else next(tab);
    }
  }

  async close(): Promise<void> {
    for (const { page } of this.#free) await page.close();
  }
}

async function openTab(): Promise<OpenTab> {
  const page = await DocumentsPage.open({ viewport: { width: 700, height: 600 }, reducedMotion: "reduce" });
  return { page, finder: new EffectFinder(page) };
}

/**
 * Defines the tests of one file: each property of each control changes something that a person or a screen reader can
 * notice, or is listed with the way in which it has an effect. Several files divide the controls among them, so that
 * they run in parallel.
 */
export async function testProperties(shard: number, shards: number): Promise<void> {
  const samples = await loadSampleDocuments();
  const controls = (await loadControls()).filter((_, index) => index % shards === shard);
  const tabs = new Tabs();
  beforeAll(() => tabs.open());
  afterAll(() => tabs.close());

  test.concurrent.each(controls.map(({ type, class: { spec } }) => [type, spec] as const))(
    "each property of %s changes something, or is listed",
    (type, spec) =>
      tabs.use(async (finder) => {
        const properties = propertiesOf(type, spec.entries);
        const shown = samples.get(type) ?? [];
        expect(shown, `${type} has no sample in examples/gallery/samples`).not.toEqual([]);
        const listed = hiddenProperties[type] ?? {};
        const without = await finder.withoutEffect(shown, properties, ([name]) => Object.hasOwn(listed, name));
        const names = without.map(([name]) => name).sort();
        expect(names, ADVICE).toEqual(Object.keys(listed).sort());
        for (const property of without) {
          const [name] = property;
          const hidden = listed[name];
          if (hidden === undefined) continue;
          if ("during" in hidden)
            expect(await finder.hasEffectDuring(hidden.during, shown, property), `${name}: ${hidden.during}`).toBe(
              true,
            );
          else
            expect(readFileSync(hidden.test, "utf8"), `${name} in ${hidden.test}`).toMatch(new RegExp(`\\b${name}\\b`));
        }
      }),
    TIME_LIMIT,
  );
}
