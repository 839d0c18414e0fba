import { isRewritten, mergeText } from "../../../src/protocol/text-merge.ts";
import { pick } from "./choices.ts";
import type { Command } from "./commands.ts";
import type { ModelControl } from "./model-control.ts";
import type { TestRun } from "./test-run.ts";

const turn: Command = (testRun) => {
  testRun.note("// the turn ends");
  testRun.flushing(() => testRun.clock.turn(), undefined, testRun.session.page.autoUpdate, true);
};

const update: Command = (testRun, { a }) => {
  const modelControls = testRun.model.mounted();
  if (modelControls.length === 0) return;
  const modelControl = pick(modelControls, a);
  testRun.note(`${modelControl.name}.update();`);
  const open = testRun.model.boundaryOf(modelControl);
  testRun.flushing(() => modelControl.control.update(), open, true, false, modelControl);
};

/** Returns a control with a document in the client, as the client and the session would look it up. */
function known(testRun: TestRun, index: number): { id: string; thing: ModelControl } | undefined {
  const ids = Object.keys(testRun.wire.replica.documents);
  const id = pick(ids, index);
  const modelControl = testRun.controls.find((other) => String(other.id) === id);
  return id === undefined || modelControl === undefined ? undefined : { id, thing: modelControl };
}

/** Returns the error code for any command to a control that must not receive one. */
function refusal(modelControl: ModelControl): string | undefined {
  if (modelControl.flushed === undefined) return "not-mounted";
  for (let at: ModelControl | undefined = modelControl; at !== undefined; at = at.parent) {
    if (at.read("visible") === false) return "control-hidden";
    if (at.read("disabled") === true) return "control-disabled";
  }
  return undefined;
}

const write: Command = (testRun, { a, b, c }) => {
  const writers = Object.keys(testRun.wire.replica.documents).filter((_, index) => c % 5 > 0 || index === a % 7);
  const found = writers.map(
    (id) => testRun.controls.find((modelControl) => String(modelControl.id) === id) as ModelControl,
  );
  const fields = found.filter(({ kind }) => kind.writable !== undefined);
  const modelControl = fields.length > 0 ? pick(fields, a) : found[0];
  if (modelControl === undefined) return;
  // The four rules do not define a write while its control's document is being sent again.
  if (testRun.wire.isReconnecting(modelControl.id)) return;
  const { writable } = modelControl.kind;
  const isOwn = writable !== undefined && b % 8 !== 0;
  const name = isOwn ? writable.name : pick(["opacity", "nothing", "controls"], c);
  const value = isOwn ? (b % 7 === 0 ? writable.wrong : pick(writable.samples, c)) : 0.5;
  const { initial } = modelControl.kind.props[name] ?? {};
  const base = testRun.wire.replica.documents[modelControl.id]?.[name] ?? initial;
  const key = `${modelControl.id}/${name}`;
  const isText = modelControl.kind.type === "TextField";
  // How a text is merged with one that was refused and is not undone yet is not part of the model.
  if (isText && testRun.refusedValues.has(key) && testRun.refusedValues.get(key) === base) return;
  testRun.note(`// the client writes ${name} = ${JSON.stringify(value)} to ${modelControl.name}`);
  const code = refusal(modelControl) ?? writeRefusal(modelControl, name, value);
  const given = testRun.model.sent[modelControl.id];
  const before = modelControl.flushed === undefined ? undefined : modelControl.read(name);
  const wasChanging = testRun.wire.isChanging(modelControl.id, name);
  testRun.wire.write(String(modelControl.id), { [name]: value });
  testRun.expectRefusal(code);
  if (code !== undefined) testRun.refusedValues.set(key, value);
  if (code !== undefined || modelControl.flushed === undefined) return;
  const inClient = given !== undefined && name in given ? given[name] : initial;
  testRun.model.sent[modelControl.id] = { ...given, [name]: value };
  // A value that the app has set and that was not sent is kept. A text is merged with it, and with one that is on its way.
  const isUnsent = JSON.stringify(before) !== JSON.stringify(inClient);
  const isUnseen = isText && wasChanging;
  const taken = isText && (isUnsent || isUnseen) ? merged(base, value, before, !isUnseen) : value;
  const isTaken = isText ? !(isUnsent || isUnseen) || taken !== before : !isUnsent;
  if (isTaken) testRun.taken(modelControl, name, taken);
};

/** Returns the text that a field has after a write that is based on `base`, where the app has `app`, sent or not. */
function merged(base: unknown, person: unknown, app: unknown, isUnsent: boolean): unknown {
  const isStaying = isUnsent && isRewritten(base as string, person as string);
  // The client may have written a number, which was refused. It counts as no text.
  return isStaying ? app : mergeText(typeof base === "string" ? base : "", String(person), String(app));
}

function writeRefusal({ kind, values }: ModelControl, name: string, value: unknown): string | undefined {
  if (name === "controls" && kind.list === undefined && kind.builds !== "anything") return "unknown-property";
  if (name === "nothing") return "unknown-property";
  if (name !== kind.writable?.name) return "not-writable";
  return value === kind.writable.wrong || values.get("readOnly") === true ? "wrong-type" : undefined;
}

const fire: Command = (testRun, { a, b, c }) => {
  const found = known(testRun, a);
  if (found === undefined) return;
  const { id, thing: modelControl } = found;
  const listening = Object.keys(modelControl.kind.events).filter((name) => isHeard(modelControl, name));
  const event = pick(
    listening.length > 0 && b % 4 > 0 ? listening : [...Object.keys(modelControl.kind.events), "nothing"],
    b,
  );
  const payload = c % 6 === 0 ? "wrong" : modelControl.kind.events[event];
  testRun.note(`// the client sends ${event} of ${modelControl.name}`);
  let code = refusal(modelControl);
  if (!(event in modelControl.kind.events)) code ??= "unknown-event";
  else if (!isHeard(modelControl, event)) code ??= "not-listening";
  else if (payload === "wrong" && event !== "change") code ??= "wrong-type";
  else if (payload === "wrong" && modelControl.kind.type === "Checkbox") code ??= "wrong-type";
  testRun.wasHandled = false;
  const flushes = code === undefined && testRun.session.page.autoUpdate;
  testRun.flushing(() => testRun.wire.event(id, event, payload), undefined, flushes, true);
  testRun.expectRefusal(code);
  if (testRun.wasHandled !== (code === undefined && modelControl.handlers.has(event)))
    throw new Error(`the handler of ${event} was called, or not called, unexpectedly`);
};

function isHeard(modelControl: ModelControl, event: string): boolean {
  return modelControl.handlers.has(event) || modelControl.listeners.has(event);
}

/** Time, switches of the page, the connection, and messages of the client. */
export const SESSION: { readonly [name: string]: Command } = {
  turn,
  update,
  write,
  fire,
  autoUpdate: (testRun, { a }) => {
    testRun.session.page.autoUpdate = a % 3 !== 0;
    testRun.note(`page.autoUpdate = ${a % 3 !== 0};`);
  },
  writable: (testRun, { a }) => {
    testRun.note(`// the client can${a % 2 === 0 ? "not" : ""} take updates`);
    testRun.wire.writable$.next(a % 2 !== 0);
    testRun.sent();
  },
  lag: (testRun, { a }) => {
    testRun.note(a % 2 === 0 ? "// updates are delayed from here on" : "// the client gets them");
    testRun.wire.isDelayed = a % 2 === 0;
    if (a % 2 !== 0) testRun.wire.deliver();
  },
};
