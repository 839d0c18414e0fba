import { assignList, list, put } from "./edits.ts";
import type { ModelControl } from "./model-control.ts";
import type { Source } from "./source.ts";
import type { TestRun } from "./test-run.ts";

/** One step of a program: a command, and numbers that choose among what exists at that time. */
export interface Step {
  readonly do: string;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export function pick<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T;
}

/** Returns the controls with a list that the app may edit freely. */
export function lists(testRun: TestRun): ModelControl[] {
  return testRun.controls.filter(({ kind, bound }) => kind.list !== undefined && !bound.has(kind.list));
}

/** Returns the controls with slots for one control. */
export function singles(testRun: TestRun): ModelControl[] {
  return testRun.controls.filter(({ kind }) => kind.singles.length > 0);
}

/** Returns whether a control is, or contains, another one in the app's tree. */
export function contains(outer: ModelControl, modelControl: ModelControl): boolean {
  return outer === modelControl || outer.children.some((child) => contains(child, modelControl));
}

/**
 * Returns whether a control may be put into another one. It may not be put into itself. It may also not be put into a
 * control that is still shown inside it, if isolated controls could delay one half of that exchange.
 */
export function canContain(testRun: TestRun, modelControl: ModelControl, holder: ModelControl): boolean {
  if (contains(modelControl, holder)) return false;
  // A stream might put the control back into its own content.
  const mayComeBack = (source: Source) => [...source.held].some((child) => contains(child, holder));
  const fed = testRun.sources.filter((source) => source.holder !== undefined && contains(modelControl, source.holder));
  if (fed.some(mayComeBack)) return false;
  for (let at: ModelControl | undefined = holder; at !== undefined; at = at.parent) {
    if (at === modelControl) return !testRun.isNearBoundary(holder);
  }
  return true;
}

/** Returns whether the source of a control's place could put it there again. Then no other command may move it. */
export function isPinned(testRun: TestRun, modelControl: ModelControl): boolean {
  const holder = testRun.holderOf(modelControl);
  if (holder === undefined) return testRun.sources.some(({ held }) => held.has(modelControl));
  return holder.kind.builds === "anything" || holder.bound.has("controls");
}

/** Returns the controls that a command may take from their place, or that have no place. */
export function movable(testRun: TestRun): ModelControl[] {
  return testRun.controls.filter((modelControl) => modelControl !== testRun.page && !isPinned(testRun, modelControl));
}

/** Takes a control out of its slot, in one of several ways. */
export function takeOut(
  testRun: TestRun,
  modelControl: ModelControl,
  way: number,
  holder: ModelControl | undefined = testRun.holderOf(modelControl),
): void {
  if (holder === undefined) return;
  if (holder.kind.list === undefined) {
    const slot = holder.kind.singles.find((name) => holder.slot(name).includes(modelControl));
    if (slot !== undefined) put(testRun, holder, slot, null);
    return;
  }
  const items = holder.list();
  // A move that inserts first may have put it before its old place in the same list.
  const index = items.lastIndexOf(modelControl) === items.indexOf(modelControl) ? items.indexOf(modelControl) : -1;
  if (index < 0) unique(testRun, holder);
  else if (way % 3 === 0) list(testRun, holder, `splice(${index}, 1)`, (list) => list.splice(index, 1));
  else if (way % 3 === 1)
    assignList(
      testRun,
      holder,
      items.filter((item) => item !== modelControl),
    );
  else {
    list(testRun, holder, `copyWithin(${index}, ${index + 1})`, (list) => list.copyWithin(index, index + 1));
    list(testRun, holder, "length--", (list) => list.length--);
  }
}

/** Replaces each second occurrence of a control in a list by a new control. */
export function unique(testRun: TestRun, holder: ModelControl): void {
  for (const [index, item] of holder.list().entries()) {
    if (holder.list().indexOf(item) === index) continue;
    const fresh = testRun.create("label");
    list(testRun, holder, `[${index}] = ${fresh.name}`, (items, of) => {
      items[index] = of(fresh);
    });
  }
}
