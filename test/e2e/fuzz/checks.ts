import { Checkbox, type Control, ExpansionTile, SegmentedButton, Slider, Switch, Tabs, TextField } from "runlet";
import type { FuzzApp, HeardEvent } from "./app.ts";

/** Beginnings and ends, by interaction. */
const PAIRS: readonly (readonly [begin: string, ends: readonly string[]])[] = [
  ["focus", ["blur"]],
  ["enter", ["exit"]],
  ["changeStart", ["changeEnd"]],
  ["panStart", ["panEnd"]],
  ["tapDown", ["tapUp", "tapCancel"]],
  ["open", ["cancel", "select"]],
];

/** Returns what is wrong with the order of the events: a beginning without an end, or the reverse. */
export function pairProblems(heard: readonly HeardEvent[]): string[] {
  const problems: string[] = [];
  const open = new Map<string, boolean>();
  const step = (control: Control, what: string, begins: boolean): void => {
    const key = `${control.constructor.name} ${control.id} ${what}`;
    if ((open.get(key) ?? false) === begins) problems.push(`${key}: ${begins ? "began twice" : "ended twice"}`);
    open.set(key, begins);
  };
  for (const { control, name, data } of heard) {
    if (name === "hover" && typeof data === "boolean") step(control, "hover", data);
    for (const [begin, ends] of PAIRS) {
      if (name === begin) step(control, begin, true);
      // A dropdown and a chip have a "select" that ends nothing.
      else if (ends.includes(name) && (name !== "select" || "onOpen" in control)) step(control, begin, false);
    }
  }
  return problems;
}

/** Returns what is wrong with controls that only a person toggles: each value must be another one than before. */
export function orderProblems(heard: readonly HeardEvent[]): string[] {
  const last = new Map<Control, unknown>();
  return heard.flatMap(({ control, name, data }) => {
    if (name !== "change" || ![Checkbox, Switch, ExpansionTile].some((type) => control instanceof type)) return [];
    const before = last.get(control) ?? false;
    last.set(control, data);
    return data === before ? [`${control.constructor.name} changed to ${String(data)} twice`] : [];
  });
}

/** What a control shows: the values of its fields, and what is chosen. Runs in the page. */
export function shownIn(ids: readonly number[]): { readonly [id: string]: string } {
  const shown: { [id: string]: string } = {};
  for (const id of ids) {
    const root = document.querySelector(`[data-id="${id}"]`);
    const input = root?.querySelector<HTMLInputElement>("input, textarea");
    const chosen = [
      ...(root?.querySelectorAll("[role=tab], [role=radio], button[aria-pressed], [aria-checked]") ?? []),
    ];
    if (root == null) continue;
    if (root.querySelector("[role=tablist]") !== null)
      shown[id] = String(chosen.findIndex((item) => item.getAttribute("aria-selected") === "true"));
    else if (input != null) shown[id] = input.type === "checkbox" ? String(input.checked) : input.value;
    else
      shown[id] = chosen
        .filter((item) => item.getAttribute("aria-checked") === "true" || item.getAttribute("aria-pressed") === "true")
        .map((item) => item.textContent)
        .join();
  }
  return shown;
}

/** Returns the values that the browser must show, by the id of the control. */
export function expectedIn(app: FuzzApp): { readonly [id: string]: string } {
  const { box, chat, field, notes, segments, slider, switched, tabs } = app;
  const entries = [box, chat, field, notes, segments, slider, switched, tabs].flatMap((control) =>
    control.isMounted && control.visible ? [[String(control.id), textOf(control)] as const] : [],
  );
  return Object.fromEntries(entries);
}

function textOf(control: Control): string {
  if (control instanceof Tabs) return String(control.selectedIndex);
  if (control instanceof SegmentedButton) return control.selected.join();
  if (control instanceof TextField || control instanceof Slider) return String(control.value);
  return String((control as Checkbox).value);
}
