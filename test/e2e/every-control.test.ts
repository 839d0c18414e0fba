import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import type { Spec } from "../../src/controls/spec.ts";
import { Prop } from "../../src/core/declaration/spec.ts";
import { encodeAs } from "../../src/core/declaration/types.ts";
import type { Operation } from "../../src/protocol/patch.ts";
import { eventually } from "../support/patience.ts";
import { valuesOf } from "../support/values.ts";
import type { Opened } from "./open.ts";
import { DocumentsPage } from "./support/documents-page.ts";

const controls = await loadControls();
let page: DocumentsPage;
let opened: Opened;

beforeAll(async () => {
  page = await DocumentsPage.open();
  opened = page.opened;
});

beforeEach(() => void opened.problems.splice(0));

afterAll(() => page.close());

/** Shows a document instead of the former one. Returns its HTML once nothing more changes by itself. */
async function show(document: { readonly $type: string }): Promise<string> {
  const isPage = document.$type === "Page";
  const title = page.replace(
    isPage ? { 1: document } : { 1: { $type: "Page", $slots: { controls: [2] } }, 2: document },
  );
  await html(title);
  // What depends on measured sizes follows with the next frame.
  await opened.tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return html(title);
}

/**
 * Waits until the client shows the last update, whose number is in the page's title. Returns the HTML of the control,
 * without the drawings of icons and without the number of the update.
 */
async function html(title: string): Promise<string> {
  const text = await opened.tab.evaluate(async (title) => {
    // The drawings of icons load separately.
    const isIconMissing = () => [...document.querySelectorAll(".r-icon")].some((icon) => icon.childElementCount === 0);
    while (document.title !== title || isIconMissing()) await new Promise((resolve) => setTimeout(resolve, 1));
    const shown = document.querySelector('[data-id="2"]') ?? document.querySelector('[data-id="1"]');
    return shown?.outerHTML ?? "";
  }, title);
  // The time at which a drawing arrives varies, so drawings are not compared.
  const still = text.replaceAll(/(<svg class="r-icon"[^>]*?)( viewBox="[^"]*")?>.*?<\/svg>/g, "$1></svg>");
  return still.replace(/update \d+/g, "").replaceAll(/ (style|class)=""/g, "");
}

function values(spec: Spec): [name: string, prop: Prop<unknown>][] {
  return Object.entries(spec.entries).filter((entry): entry is [string, Prop<unknown>] => entry[1] instanceof Prop);
}

test.each(controls)("$type renders the same with implied and explicit defaults", async ({ class: { spec } }) => {
  const implied = await show({ $type: spec.type });
  const spelled: { $type: string; [name: string]: unknown } = { $type: spec.type };
  for (const [name, prop] of values(spec))
    spelled[name] = prop.default === null ? null : encodeAs(prop.type, prop.default);
  delete spelled.title;
  expect(await show(spelled)).toBe(implied);
  expect(implied).not.toContain("No renderer");
});

test.each(controls)(
  "$type renders the same after each property is changed and then reset",
  async ({ class: { spec } }) => {
    const before = await show({ $type: spec.type });
    const id = spec.type === "Page" ? 1 : 2;
    for (const [name, prop] of values(spec)) {
      if (name === "title") continue;
      const path = `/${id}/${name}`;
      const samples = valuesOf(prop);
      const changes = samples.map((sample): Operation[] => [
        { op: "add", path, value: encodeAs(prop.type, sample) as never },
      ]);
      const title = page.update(...changes, [{ op: "remove", path }]);
      // Code that only some properties need is loaded when it is first needed.
      await eventually(async () => {
        expect(await html(title), `${name} = ${JSON.stringify(samples)}`).toBe(before);
      });
    }
    // Sample values name images and fonts that do not exist, so requests for them fail.
    expect(opened.problems.filter((problem) => !problem.startsWith("failed: "))).toEqual([]);
  },
);
