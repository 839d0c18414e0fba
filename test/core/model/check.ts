import { assertSame } from "./equal.ts";
import type { ModelControl } from "./model-control.ts";
import type { TestRun } from "./test-run.ts";

/** Checks what must hold after every step, and throws if it does not. */
export function check(testRun: TestRun): void {
  const { session, model, wire } = testRun;
  const documents = session.documents();
  assertSame("the server's documents", documents, model.documents());
  if (wire.writable$.value && wire.isQuiet) assertSame("the client's documents", wire.replica.documents, documents);
  for (const document of Object.values(documents)) assertFrozen(document);
  const bytes = bytesOf(documents);
  if (session.engine.documentBytes !== bytes) {
    throw new Error(`${session.engine.documentBytes} bytes of documents were counted, not ${bytes}`);
  }
  if (testRun.errors.length > 0 || testRun.expected.length > 0) {
    assertSame("errors", testRun.errors.splice(0).sort(), testRun.expected.splice(0).sort());
  }
  let subscriptions = 0;
  for (const modelControl of testRun.controls) subscriptions += checkThing(testRun, modelControl);
  if (session.engine.counts.subscriptions !== subscriptions) {
    throw new Error(`${session.engine.counts.subscriptions} subscriptions are open, not ${subscriptions}`);
  }
}

/** Checks that a control is where the model has it. Returns the number of its open subscriptions. */
function checkThing(testRun: TestRun, modelControl: ModelControl): number {
  const { control, name, flushed } = modelControl;
  const isMounted = flushed !== undefined;
  if (control.isMounted !== isMounted) throw new Error(`${name} is ${isMounted ? "not " : ""}mounted`);
  if (isMounted && control.parent !== modelControl.parent?.control) {
    throw new Error(`${name} is in ${control.parent?.key}, not in ${modelControl.parent?.name}`);
  }
  if (modelControl.kind.isTraced && modelControl.mounts - modelControl.unmounts !== (isMounted ? 1 : 0)) {
    throw new Error(`${name} was mounted ${modelControl.mounts} times and unmounted ${modelControl.unmounts} times`);
  }
  let open = isMounted ? modelControl.effects + modelControl.owned : 0;
  if (!isMounted && modelControl.owned !== 0) throw new Error(`${name} still owns a teardown`);
  for (const source of testRun.sources) {
    for (const property of ["value", "tooltip", "controls"]) {
      const follows = isMounted && !source.isEnded && modelControl.bound.get(property) === source;
      const count = source.isOpenFor(modelControl, property);
      if (count !== (follows ? 1 : 0))
        throw new Error(`${name}.${property} is subscribed to ${source.name} ${count} times`);
      open += count;
    }
  }
  return open;
}

/** Checks what must hold after the session has ended. */
export function checkEnd(testRun: TestRun): void {
  const { session, clock, wire } = testRun;
  const { counts, documentBytes, tree } = session.engine;
  assertSame("leaks", { controls: tree.nodes.size, documentBytes, ...counts }, LEAKS);
  if (testRun.pulse$.observed || testRun.sources.some(({ subject }) => subject.observed))
    throw new Error("a source is still subscribed");
  if (clock.waiting !== 0) throw new Error("a timer is still pending");
  if (!wire.isClosed) throw new Error("the connection is open");
  if (wire.messages$.observed || wire.writable$.observed)
    throw new Error("the session is still subscribed to its connection");
  for (const modelControl of testRun.controls) {
    if (modelControl.mounts !== modelControl.unmounts)
      throw new Error(`${modelControl.name}: ${modelControl.mounts} mounts and ${modelControl.unmounts} unmounts`);
    checkThing(testRun, modelControl);
  }
}

const LEAKS = { controls: 0, documentBytes: 0, subscriptions: 0, tasks: 0, timers: 0 };

/**
 * Counts the bytes of documents from nothing: two for each character of a long text or of a text in an object, 32 for an
 * object, and 16 for each of its members.
 */
function bytesOf(documents: object): number {
  let bytes = 0;
  for (const document of Object.values(documents) as object[]) {
    for (const [name, value] of Object.entries(document)) {
      if (name.startsWith("$")) continue;
      if (typeof value === "string" && value.length > 100) bytes += 2 * value.length;
      else if (typeof value === "object" && value !== null) bytes += bytesInside(value);
    }
  }
  return bytes;
}

function bytesInside(value: unknown): number {
  if (typeof value === "string") return 2 * value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, member) => sum + 16 + bytesInside(member), 32);
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
