import type { Observable } from "rxjs";
import type { Command } from "./commands.ts";
import { assignList } from "./edits.ts";
import { isPinned, lists, pick } from "./places.ts";
import { perform } from "./scripts.ts";
import { Source } from "./source.ts";
import { handlerName, type Thing } from "./thing.ts";
import type { World } from "./world.ts";

const VALUES: readonly unknown[] = ["one", "two", "three", "", 7];

function live(world: World, isList: boolean): Source[] {
  return world.sources.filter((source) => source.isList === isList);
}

function bind(world: World, thing: Thing, property: string, source: Source): void {
  world.note(`${thing.name}.bind("${property}", ${source.name});`);
  thing.bound.set(property, source);
  const map = source.isList ? (list: unknown) => (list as Thing[]).map(({ control }) => control) : undefined;
  const value$ = source.for(thing, property, map) as Observable<never>;
  thing.control.bind(property as never, value$);
}

const bindValue: Command = (world, { a, b, c }) => {
  const sources = live(world, false);
  let source = pick([...sources, undefined], c);
  if (source === undefined) {
    source = new Source(
      `values${world.sources.length}`,
      world,
      false,
      b % 2 === 0 ? { value: pick(VALUES, b) } : undefined,
    );
    world.sources.push(source);
  }
  const thing = pick(world.things, a);
  const properties = ["tooltip", "value"].filter((name) => typeof thing.kind.props[name]?.initial !== "boolean");
  bind(
    world,
    thing,
    pick(
      properties.filter((name) => name in thing.kind.props),
      b,
    ),
    source,
  );
};

/** A list that a stream feeds: its controls are nobody else's from then on. */
const bindList: Command = (world, { a, b }) => {
  const holder = pick(lists(world), a);
  if (holder === world.page || holder.list().some((child) => isPinned(world, child))) return;
  const first = b % 2 === 0 ? { value: [...holder.list(), world.create("label")] } : undefined;
  const source = new Source(`lists${world.sources.length}`, world, true, first);
  for (const thing of [...holder.list(), ...(first?.value ?? [])]) source.held.add(thing);
  source.holder = holder;
  world.sources.push(source);
  bind(world, holder, "controls", source);
};

const emit: Command = (world, { a, b }) => {
  const sources = live(world, false);
  if (sources.length === 0) return;
  const source = pick(sources, a);
  const value = pick(VALUES, b);
  world.note(`${source.name}.next(${JSON.stringify(value)});`);
  source.subject.next(value);
};

const emitList: Command = (world, { a, b, c }) => {
  const sources = live(world, true).filter(({ holder, name }) => holder?.bound.get("controls")?.name === name);
  if (sources.length === 0) return;
  const source = pick(sources, a);
  const list = [...source.held].filter((_, index) => (b >> (index % 6)) % 2 === 0);
  if (c % 3 === 0) list.reverse();
  if (c % 4 === 0) list.unshift(world.create("label"));
  for (const thing of list) source.held.add(thing);
  world.note(`${source.name}.next([${list.map(({ name }) => name)}]);`);
  source.subject.next(list);
};

/** Sets a list by hand that a stream fed: it follows no more. */
const unbindList: Command = (world, { a, b }) => {
  const sources = live(world, true).filter(({ holder, name }) => holder?.bound.get("controls")?.name === name);
  if (sources.length === 0) return;
  const source = pick(sources, a);
  const holder = source.holder as Thing;
  assignList(
    world,
    holder,
    holder.list().filter((_, index) => (b >> (index % 6)) % 2 === 0),
  );
  source.held.clear();
};

const end: Command = (world, { a, b }) => {
  if (world.sources.length === 0) return;
  const source = pick(world.sources, a);
  if (b % 2 === 0) source.subject.complete();
  else source.subject.error(new Error(`${source.name} failed`));
  source.isEnded = true;
  world.note(`${source.name}.${b % 2 === 0 ? "complete()" : `error(new Error("${source.name} failed"))`};`);
};

const listen: Command = (world, { a, b, c }) => {
  const thing = pick(world.things, a);
  const event = pick(Object.keys(thing.kind.events), b);
  const property = handlerName(event);
  const isOn = c % 3 !== 0;
  const control = thing.control as unknown as { [name: string]: unknown };
  world.note(`${thing.name}.${property} = ${isOn ? "handler" : "undefined"};`);
  const what = pick(["setOwn", "setParent", "pushOwn", "popOwn"] as const, c);
  control[property] = isOn ? () => world.handle(() => perform(world, thing, what, property)) : undefined;
  if (isOn === thing.handlers.has(event)) return;
  if (isOn) thing.handlers.add(event);
  else thing.handlers.delete(event);
  world.touch(thing, false);
};

/** Somebody subscribes to the events of a kind, or is there no more. */
const ask: Command = (world, { a, b }) => {
  const thing = pick(world.things, a);
  const event = pick(Object.keys(thing.kind.events), b);
  const there = thing.listeners.get(event);
  world.note(`${thing.name}.events("${event}") ${there ? "unsubscribed" : "subscribed"}`);
  if (there === undefined) thing.listeners.set(event, thing.control.events(event).subscribe());
  else {
    there.unsubscribe();
    thing.listeners.delete(event);
  }
  world.touch(thing, false);
};

/** Streams and listeners. */
export const STREAMS: { readonly [name: string]: Command } = {
  bindValue,
  bindList,
  emit,
  emitList,
  unbindList,
  end,
  listen,
  ask,
};
