import { assertSame } from "./equal.ts";
import type { Thing } from "./thing.ts";
import type { World } from "./world.ts";

/** What must hold after every step. Throws with what does not. */
export function check(world: World): void {
  const { session, model, wire } = world;
  const documents = session.documents();
  assertSame("the server's documents", documents, model.documents());
  if (wire.writable$.value && wire.isQuiet) assertSame("the client's documents", wire.replica.documents, documents);
  for (const document of Object.values(documents)) assertFrozen(document);
  if (world.errors.length > 0 || world.expected.length > 0) {
    assertSame("errors", world.errors.splice(0).sort(), world.expected.splice(0).sort());
  }
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
  assertSame("leaks", { controls: session.nodes.size, ...session.counts }, LEAKS);
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
