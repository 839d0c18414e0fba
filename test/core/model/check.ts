import { isDeepStrictEqual } from "node:util";
import type { Docs, Thing } from "./thing.ts";
import type { World } from "./world.ts";

/** What must hold after every step. Throws with what does not. */
export function check(world: World): void {
  const { session, model, wire } = world;
  const server = plain(session.documents());
  equal("the server's documents", server, model.documents());
  if (wire.writable$.value && wire.isQuiet) equal("the client's documents", plain(wire.replica.documents), server);
  for (const document of Object.values(session.documents())) assertFrozen(document);
  equal("errors", world.errors.toSorted(), world.expected.toSorted());
  let subscriptions = 0;
  for (const thing of world.things) subscriptions += checkThing(world, thing);
  if (session.counts.subscriptions !== subscriptions) {
    throw new Error(`${session.counts.subscriptions} subscriptions are open, not ${subscriptions}`);
  }
}

/** Whether a control is where the model has it; gives how many subscriptions it has open. */
function checkThing(world: World, thing: Thing): number {
  const { control, name, shown } = thing;
  const isMounted = shown !== undefined;
  if (control.isMounted !== isMounted) throw new Error(`${name} is ${isMounted ? "not " : ""}mounted`);
  if (isMounted && control.parent !== thing.parent?.control) {
    throw new Error(`${name} is in ${control.parent?.key}, not in ${thing.parent?.name}`);
  }
  if (thing.kind.isTraced && thing.mounts - thing.unmounts !== (isMounted ? 1 : 0)) {
    throw new Error(`${name} was mounted ${thing.mounts} times and unmounted ${thing.unmounts} times`);
  }
  let open = isMounted ? thing.effects + thing.owned : 0;
  if (!isMounted && thing.owned !== 0) throw new Error(`${name} owns something still`);
  for (const source of world.sources) {
    for (const property of ["value", "tooltip", "controls"]) {
      const follows = isMounted && !source.isEnded && thing.bound.get(property) === source;
      const count = source.isOpenFor(thing, property);
      if (count !== (follows ? 1 : 0)) throw new Error(`${name}.${property} follows ${source.name} ${count} times`);
      open += count;
    }
  }
  return open;
}

/** What must hold once the session has ended. */
export function checkEnd(world: World): void {
  const { session, clock, wire } = world;
  equal("leaks", { controls: session.nodes.size, ...session.counts }, LEAKS);
  if (world.pulse$.observed || world.sources.some(({ subject }) => subject.observed)) throw new Error("still followed");
  if (clock.waiting !== 0) throw new Error("a timer waits");
  if (!wire.isClosed) throw new Error("the connection is open");
  if (wire.messages$.observed || wire.writable$.observed) throw new Error("the session listens still");
  for (const thing of world.things) {
    if (thing.mounts !== thing.unmounts) throw new Error(`${thing.name}: ${thing.mounts} and ${thing.unmounts}`);
    checkThing(world, thing);
  }
}

const LEAKS = { controls: 0, subscriptions: 0, tasks: 0, timers: 0 };

/** As JSON has it. Of an error box only that it is there. */
function plain(documents: Docs): Docs {
  return JSON.parse(JSON.stringify(documents, (key, value) => (key === "$error" ? true : value))) as Docs;
}

function assertFrozen(document: object): void {
  for (const [name, value] of Object.entries(document)) {
    if (name !== "$slots" && typeof value === "object" && value !== null) deepFrozen(value);
  }
  if (!("$slots" in document)) deepFrozen(document);
}

function deepFrozen(value: object): void {
  if (!Object.isFrozen(value)) throw new Error(`not frozen: ${JSON.stringify(value)}`);
  for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) deepFrozen(inner);
}

export function equal(what: string, is: unknown, should: unknown): void {
  if (isDeepStrictEqual(is, should)) return;
  throw new Error(`${what}:\n  is        ${JSON.stringify(is)}\n  should be ${JSON.stringify(should)}`);
}
