import { afterAll, beforeAll, expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { Control } from "../../src/controls/control.ts";
import type { Spec } from "../../src/controls/spec.ts";
import { EventSpec, Prop } from "../../src/core/declaration/spec.ts";
import { loadSampleDocuments, type SampleDocuments } from "../support/sample-documents.ts";
import { type Command, DocumentsPage } from "./support/documents-page.ts";

/** Events that a person causes by operating a control. */
const OPERATING: readonly string[] = ["onClick", "onTap", "onChange", "onSelect", "onSubmit"];
/** Events that are sent without an operation, because a control has the focus, is shown, or is scrolled. */
const PASSIVE = /^(?:focus|blur|hover|scroll|sizeChange|animationEnd|selectionChange|tapOutside|open|close|load)$/;
/** Keys that operate some control. */
const KEYS: readonly string[] = [
  "Enter",
  "Space",
  "ArrowRight",
  "ArrowDown",
  "Home",
  "End",
  "ArrowLeft",
  "ArrowUp",
  "a",
];
const FOCUSABLE = "a[href], button, input, textarea, [tabindex]";

type Part = "role" | "name" | "keyboard";
/** What a control that a person operates does without, each with the reason. */
const EXCEPTIONS: { readonly [type: string]: { readonly [part in Part]?: string } } = {
  Container: {
    role: "is a button only while the app listens to clicks",
    name: "has the name of its content while it is a button",
  },
  GestureDetector: {
    role: "reports gestures on its content",
    name: "reports gestures on its content, which has a name",
  },
  ListTile: { role: "is a button, or none, depending on its handlers and on the inputs inside" },
  NavigationBar: { name: "its destinations have names" },
  NavigationRail: { name: "its destinations have names" },
  PopupMenuItem: {
    keyboard: "is inside a closed menu here; a scene of test/e2e/scenes/buttons.ts opens it by keyboard",
  },
  RadioGroup: { name: "its radios have names" },
  SegmentedButton: { role: "its segments have a role", name: "its segments have names" },
  TabBar: { name: "its tabs have names" },
  Tabs: { role: "connects a TabBar and a TabBarView", name: "connects a TabBar and a TabBarView" },
  Text: { role: "is a button only while the app listens to taps" },
  TextSpan: { role: "is a button only while the app listens to clicks" },
};

const controls = (await loadControls()).filter(({ type, class: { spec } }) => type !== "Control" && isOperated(spec));
const samples = await loadSampleDocuments();
let page: DocumentsPage;

beforeAll(async () => {
  page = await DocumentsPage.open();
});
afterAll(() => page.close());

function isOperated({ entries }: Spec): boolean {
  return Object.entries(entries).some(
    ([name, entry]) =>
      !(name in Control.spec.entries) &&
      ((entry instanceof Prop && entry.isWritable) || (entry instanceof EventSpec && OPERATING.includes(name))),
  );
}

/** Returns the documents of a sample, with a handler for each event of its controls. */
function listening({ documents, id }: SampleDocuments, { entries }: Spec): SampleDocuments["documents"] {
  const handlers = Object.entries(entries).filter(([, entry]) => entry instanceof EventSpec && entry.isSent);
  return { ...documents, [id]: { ...documents[id], ...Object.fromEntries(handlers.map(([name]) => [name, true])) } };
}

/** Focuses what is focusable in a control, presses keys, and returns whether the client sent an operation. */
async function reactsToKeys(sample: SampleDocuments, spec: Spec): Promise<boolean> {
  const { tab } = page.opened;
  // Otherwise, the focus of the control before would move on to this one, such as to the button of a closed menu.
  await tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  page.replace({ 1: { $type: "Page" } });
  const title = page.replace(listening(sample, spec));
  await tab.waitForFunction((shown) => document.title === shown, title);
  const control = tab.locator(`[data-id="${sample.id}"]`).first();
  if ((await control.count()) === 0) return false;
  const target = (await control.evaluate((element, focusable) => element.matches(focusable), FOCUSABLE))
    ? control
    : control.locator(FOCUSABLE).first();
  if ((await target.count()) === 0) return false;
  await target.evaluate((element) => (element as HTMLElement).focus());
  const before = page.commands.length;
  const isOperation = ({ event, write }: Command) =>
    write !== undefined || (event !== undefined && !PASSIVE.test(event));
  const hasReacted = () => page.commands.slice(before).some(isOperation);
  for (const key of KEYS) {
    await tab.keyboard.press(key);
    if (hasReacted()) return true;
  }
  // A write without a handler travels a moment after the last key.
  await tab.waitForTimeout(400);
  return hasReacted();
}

/** Returns what a control lacks. */
async function missingIn(type: string, spec: Spec): Promise<Part[]> {
  const { role, label } = spec.semantics;
  const isNamed = label !== undefined || "semanticsLabel" in spec.entries || "semanticLabel" in spec.entries;
  let isKeyed = false;
  for (const sample of samples.get(type) ?? []) {
    isKeyed ||= sample.documents[sample.id]?.disabled !== true && (await reactsToKeys(sample, spec));
    if (isKeyed) break;
  }
  const present = { role: role !== undefined, name: isNamed, keyboard: isKeyed };
  return (Object.keys(present) as Part[]).filter((part) => !present[part]);
}

test.each(controls.map(({ type, class: { spec } }) => [type, spec] as const))(
  "%s has a role, a name, and can be used by keyboard",
  async (type, spec) => {
    expect(await missingIn(type, spec), "is missing, or is not: see EXCEPTIONS").toEqual(
      Object.keys(EXCEPTIONS[type] ?? {}),
    );
  },
);

test("each exception belongs to a control that a person operates", () => {
  expect(Object.keys(EXCEPTIONS).filter((type) => !controls.some((control) => control.type === type))).toEqual([]);
});
