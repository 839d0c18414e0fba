import { assignList, list, put } from "./edits.ts";
import type { Source } from "./source.ts";
import type { Thing } from "./thing.ts";
import type { World } from "./world.ts";

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
export function lists(world: World): Thing[] {
  return world.things.filter(({ kind, bound }) => kind.list !== undefined && !bound.has(kind.list));
}

/** Controls with slots for one control. */
export function singles(world: World): Thing[] {
  return world.things.filter(({ kind }) => kind.singles.length > 0);
}

/** Whether a control is another or somewhere in it, as the app has it. */
export function contains(outer: Thing, thing: Thing): boolean {
  return outer === thing || outer.children.some((child) => contains(child, thing));
}

/**
 * Whether a control may be put into another: not into itself, nor into what is shown inside it still if isolated
 * controls may keep one half of the turnabout waiting.
 */
export function fits(world: World, thing: Thing, holder: Thing): boolean {
  if (contains(thing, holder)) return false;
  // Nor into what a stream may put into it again.
  const mayComeBack = (source: Source) => [...source.held].some((child) => contains(child, holder));
  const fed = world.sources.filter((source) => source.holder !== undefined && contains(thing, source.holder));
  if (fed.some(mayComeBack)) return false;
  for (let at: Thing | undefined = holder; at !== undefined; at = at.parent) {
    if (at === thing) return !world.isNearBoundary(holder);
  }
  return true;
}

/** Whether what put a control where it is could put it there again: then no other command may take it. */
export function isPinned(world: World, thing: Thing): boolean {
  const holder = world.holderOf(thing);
  if (holder === undefined) return world.sources.some(({ held }) => held.has(thing));
  return holder.kind.builds === "anything" || holder.bound.has("controls");
}

/** Controls that a command may take from where they are, or that are nowhere. */
export function movable(world: World): Thing[] {
  return world.things.filter((thing) => thing !== world.page && !isPinned(world, thing));
}

/** Takes a control out of its slot, in one of the ways there are. */
export function takeOut(
  world: World,
  thing: Thing,
  way: number,
  holder: Thing | undefined = world.holderOf(thing),
): void {
  if (holder === undefined) return;
  if (holder.kind.list === undefined) {
    put(world, holder, holder.kind.singles.find((slot) => holder.slot(slot).includes(thing)) as string, null);
    return;
  }
  const items = holder.list();
  // A move that put it in first may have put it in front of where it was, in the same list.
  const index = items.lastIndexOf(thing) === items.indexOf(thing) ? items.indexOf(thing) : -1;
  if (index < 0) unique(world, holder);
  else if (way % 3 === 0) list(world, holder, `splice(${index}, 1)`, (list) => list.splice(index, 1));
  else if (way % 3 === 1)
    assignList(
      world,
      holder,
      items.filter((item) => item !== thing),
    );
  else {
    list(world, holder, `copyWithin(${index}, ${index + 1})`, (list) => list.copyWithin(index, index + 1));
    list(world, holder, "length--", (list) => list.length--);
  }
}

/** Puts new controls where a list has one a second time. */
export function unique(world: World, holder: Thing): void {
  for (const [index, item] of holder.list().entries()) {
    if (holder.list().indexOf(item) === index) continue;
    const fresh = world.create("label");
    list(world, holder, `[${index}] = ${fresh.name}`, (items, of) => {
      items[index] = of(fresh);
    });
  }
}
