import { assignList, list, put } from "./edits.ts";
import type { ModelControl } from "./model-control.ts";
import type { Source } from "./source.ts";
import type { TestRun } from "./test-run.ts";

/** One step of a program: a command and numbers that choose among what there is at that time. */
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

/** Controls with a list that the app may edit as it likes. */
export function lists(testRun: TestRun): ModelControl[] {
  return testRun.controls.filter(({ kind, bound }) => kind.list !== undefined && !bound.has(kind.list));
}

/** Controls with slots for one control. */
export function singles(testRun: TestRun): ModelControl[] {
  return testRun.controls.filter(({ kind }) => kind.singles.length > 0);
}

/** Whether a control is another or somewhere in it, as the app has it. */
export function contains(outer: ModelControl, modelControl: ModelControl): boolean {
  return outer === modelControl || outer.children.some((child) => contains(child, modelControl));
}

/**
 * Whether a control may be put into another: not into itself, nor into what is shown inside it still if isolated
 * controls may keep one half of the turnabout waiting.
 */
export function canContain(testRun: TestRun, modelControl: ModelControl, holder: ModelControl): boolean {
  if (contains(modelControl, holder)) return false;
  // Nor into what a stream may put into it again.
  const mayComeBack = (source: Source) => [...source.held].some((child) => contains(child, holder));
  const fed = testRun.sources.filter((source) => source.holder !== undefined && contains(modelControl, source.holder));
  if (fed.some(mayComeBack)) return false;
  for (let at: ModelControl | undefined = holder; at !== undefined; at = at.parent) {
    if (at === modelControl) return !testRun.isNearBoundary(holder);
  }
  return true;
}

/** Whether what put a control where it is could put it there again: then no other command may take it. */
export function isPinned(testRun: TestRun, modelControl: ModelControl): boolean {
  const holder = testRun.holderOf(modelControl);
  if (holder === undefined) return testRun.sources.some(({ held }) => held.has(modelControl));
  return holder.kind.builds === "anything" || holder.bound.has("controls");
}

/** Controls that a command may take from where they are, or that are nowhere. */
export function movable(testRun: TestRun): ModelControl[] {
  return testRun.controls.filter((modelControl) => modelControl !== testRun.page && !isPinned(testRun, modelControl));
}

/** Takes a control out of its slot, in one of the ways there are. */
export function takeOut(
  testRun: TestRun,
  modelControl: ModelControl,
  way: number,
  holder: ModelControl | undefined = testRun.holderOf(modelControl),
): void {
  if (holder === undefined) return;
  if (holder.kind.list === undefined) {
    put(testRun, holder, holder.kind.singles.find((slot) => holder.slot(slot).includes(modelControl)) as string, null);
    return;
  }
  const items = holder.list();
  // A move that put it in first may have put it in front of where it was, in the same list.
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

/** Puts new controls where a list has one a second time. */
export function unique(testRun: TestRun, holder: ModelControl): void {
  for (const [index, item] of holder.list().entries()) {
    if (holder.list().indexOf(item) === index) continue;
    const fresh = testRun.create("label");
    list(testRun, holder, `[${index}] = ${fresh.name}`, (items, of) => {
      items[index] = of(fresh);
    });
  }
}
