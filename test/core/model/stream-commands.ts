import type { Observable } from "rxjs";
import { isPinned, lists, pick } from "./choices.ts";
import type { Command } from "./commands.ts";
import { assignList } from "./edits.ts";
import { handlerName, type ModelControl } from "./model-control.ts";
import { perform } from "./scripts.ts";
import { Source } from "./source.ts";
import type { TestRun } from "./test-run.ts";

const VALUES: readonly unknown[] = ["one", "two", "three", "", 7];

function live(testRun: TestRun, isList: boolean): Source[] {
  return testRun.sources.filter((source) => source.isList === isList);
}

function bind(testRun: TestRun, modelControl: ModelControl, property: string, source: Source): void {
  testRun.note(`${modelControl.name}.bind("${property}", ${source.name});`);
  modelControl.bound.set(property, source);
  const map = source.isList ? (list: unknown) => (list as ModelControl[]).map(({ control }) => control) : undefined;
  const value$ = source.for(modelControl, property, map) as Observable<never>;
  modelControl.control.bind(property as never, value$);
}

const bindValue: Command = (testRun, { a, b, c }) => {
  const sources = live(testRun, false);
  let source = pick([...sources, undefined], c);
  if (source === undefined) {
    source = new Source(
      `values${testRun.sources.length}`,
      testRun,
      false,
      b % 2 === 0 ? { value: pick(VALUES, b) } : undefined,
    );
    testRun.sources.push(source);
  }
  const modelControl = pick(testRun.controls, a);
  const properties = ["tooltip", "value"].filter((name) => typeof modelControl.kind.props[name]?.initial !== "boolean");
  bind(
    testRun,
    modelControl,
    pick(
      properties.filter((name) => name in modelControl.kind.props),
      b,
    ),
    source,
  );
};

/** Binds a list to a stream. From then on its controls belong only to this list. */
const bindList: Command = (testRun, { a, b }) => {
  const holder = pick(lists(testRun), a);
  if (holder === testRun.page || holder.list().some((child) => isPinned(testRun, child))) return;
  const first = b % 2 === 0 ? { value: [...holder.list(), testRun.create("label")] } : undefined;
  const source = new Source(`lists${testRun.sources.length}`, testRun, true, first);
  for (const modelControl of [...holder.list(), ...(first?.value ?? [])]) source.held.add(modelControl);
  source.holder = holder;
  testRun.sources.push(source);
  bind(testRun, holder, "controls", source);
};

const emit: Command = (testRun, { a, b }) => {
  const sources = live(testRun, false);
  if (sources.length === 0) return;
  const source = pick(sources, a);
  const value = pick(VALUES, b);
  testRun.note(`${source.name}.next(${JSON.stringify(value)});`);
  source.subject.next(value);
};

const emitList: Command = (testRun, { a, b, c }) => {
  const sources = live(testRun, true).filter(({ holder, name }) => holder?.bound.get("controls")?.name === name);
  if (sources.length === 0) return;
  const source = pick(sources, a);
  const list = [...source.held].filter((_, index) => (b >> (index % 6)) % 2 === 0);
  if (c % 3 === 0) list.reverse();
  if (c % 4 === 0) list.unshift(testRun.create("label"));
  for (const modelControl of list) source.held.add(modelControl);
  testRun.note(`${source.name}.next([${list.map(({ name }) => name)}]);`);
  source.subject.next(list);
};

/** Assigns a list that is bound to a stream, which ends the binding. */
const unbindList: Command = (testRun, { a, b }) => {
  const sources = live(testRun, true).filter(({ holder, name }) => holder?.bound.get("controls")?.name === name);
  if (sources.length === 0) return;
  const source = pick(sources, a);
  const holder = source.holder as ModelControl;
  assignList(
    testRun,
    holder,
    holder.list().filter((_, index) => (b >> (index % 6)) % 2 === 0),
  );
  source.held.clear();
};

const end: Command = (testRun, { a, b }) => {
  if (testRun.sources.length === 0) return;
  const source = pick(testRun.sources, a);
  if (b % 2 === 0) source.subject.complete();
  else source.subject.error(new Error(`${source.name} failed`));
  source.isEnded = true;
  testRun.note(`${source.name}.${b % 2 === 0 ? "complete()" : `error(new Error("${source.name} failed"))`};`);
};

const listen: Command = (testRun, { a, b, c }) => {
  const modelControl = pick(testRun.controls, a);
  const event = pick(Object.keys(modelControl.kind.events), b);
  const property = handlerName(event);
  const isOn = c % 3 !== 0;
  const control = modelControl.control as unknown as { [name: string]: unknown };
  testRun.note(`${modelControl.name}.${property} = ${isOn ? "handler" : "undefined"};`);
  const what = pick(["setOwn", "setParent", "pushOwn", "popOwn"] as const, c);
  // The model does not predict when the server ends a hover, whose client sends `true` only.
  const handler = ({ data }: { data: unknown }): void => {
    if (data !== false) testRun.handle(() => perform(testRun, modelControl, what, property));
  };
  control[property] = isOn ? handler : undefined;
  if (isOn === modelControl.handlers.has(event)) return;
  if (isOn) modelControl.handlers.add(event);
  else modelControl.handlers.delete(event);
  testRun.touch(modelControl, false);
};

/** Subscribes to the events of a control, or unsubscribes. */
const ask: Command = (testRun, { a, b }) => {
  const modelControl = pick(testRun.controls, a);
  const event = pick(Object.keys(modelControl.kind.events), b);
  const there = modelControl.listeners.get(event);
  testRun.note(`${modelControl.name}.events("${event}") ${there ? "unsubscribed" : "subscribed"}`);
  if (there === undefined) modelControl.listeners.set(event, modelControl.control.events(event as never).subscribe());
  else {
    there.unsubscribe();
    modelControl.listeners.delete(event);
  }
  testRun.touch(modelControl, false);
};

/** Commands for streams and listeners. */
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
