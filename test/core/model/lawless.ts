import { type Command, TREE } from "./commands.ts";
import { assignList, list, put } from "./edits.ts";
import { lists, pick, singles } from "./places.ts";
import { SESSION } from "./session-commands.ts";
import type { Thing } from "./thing.ts";
import type { World } from "./world.ts";

/** Edits that take no care of where a control is already. */
export const lawless: { readonly [name: string]: Command } = {
  put: (world, { a, b, c }) => {
    const holder = pick([...lists(world), ...singles(world)], a);
    const thing = pick(world.things.slice(1), b);
    if (holder.kind.list === undefined) {
      put(world, holder, pick(holder.kind.singles, c), thing);
      return;
    }
    const at = c % (holder.list().length + 1);
    list(world, holder, `splice(${at}, 0, ${thing.name})`, (items, of) => items.splice(at, 0, of(thing)));
  },
  replace: (world, { a, b, c }) => {
    const holder = pick(lists(world), a);
    const thing = pick(world.things.slice(1), b);
    if (holder.list().length === 0) return;
    const at = c % holder.list().length;
    list(world, holder, `[${at}] = ${thing.name}`, (items, of) => {
      items[at] = of(thing);
    });
  },
  take: (world, { a, b, c }) => {
    const holder = pick([...lists(world), ...singles(world)], a);
    if (holder.kind.list === undefined) put(world, holder, pick(holder.kind.singles, c), null);
    else if (holder.list().length > 0) {
      const at = b % holder.list().length;
      list(world, holder, `splice(${at}, 1)`, (items) => items.splice(at, 1));
    }
  },
  setProp: TREE.setProp as Command,
  turn: SESSION.turn as Command,
};

/** Places of mounted controls in which the app has a control and the client has not. */
export function missing(world: World): Set<string> {
  const places = new Set<string>();
  const shownIn = new Map<Thing, number>();
  for (const holder of world.model.mounted()) {
    for (const child of [...(holder.shown?.slots.values() ?? [])].flat()) {
      shownIn.set(child, (shownIn.get(child) ?? 0) + 1);
    }
    for (const [slot, children] of holder.slots) {
      const shown = holder.shown?.slots.get(slot) ?? [];
      for (const [index, child] of children.entries()) {
        if (children.indexOf(child) !== index || !shown.includes(child))
          places.add(`${holder.name}.${slot}: ${child.name}`);
      }
    }
  }
  for (const [child, count] of shownIn) if (count > 1) throw new Error(`${child.name} is shown ${count} times`);
  return places;
}

/** Takes every control out of all places but the first, and out of what is not on the page. */
export function repair(world: World): void {
  const seen = new Set([world.page]);
  const visit = (thing: Thing): void => {
    const fresh = new Map([...thing.slots].map(([slot, children]) => [slot, children.filter((child) => isNew(child))]));
    for (const [slot, children] of fresh) refill(world, thing, slot, children);
    for (const child of [...fresh.values()].flat()) visit(child);
  };
  const isNew = (thing: Thing): boolean => !seen.has(thing) && seen.add(thing) !== undefined;
  visit(world.page);
  for (const thing of world.things) {
    if (!seen.has(thing)) for (const slot of thing.slots.keys()) refill(world, thing, slot, []);
  }
  world.isLawless = false;
  world.flushing(() => world.session.flush(), undefined);
}

function refill(world: World, thing: Thing, slot: string, children: readonly Thing[]): void {
  if (slot === thing.kind.list) assignList(world, thing, children);
  else {
    put(world, thing, slot, null);
    if (children[0] !== undefined) put(world, thing, slot, children[0]);
  }
}
