import type { Command } from "./commands.ts";
import { pick } from "./places.ts";
import type { Thing } from "./thing.ts";
import type { World } from "./world.ts";

const turn: Command = (world) => {
  world.note("// the turn ends");
  world.flushing(() => world.clock.turn(), undefined, world.session.page.autoUpdate, true);
};

const update: Command = (world, { a }) => {
  const things = world.model.mounted();
  if (things.length === 0) return;
  const thing = pick(things, a);
  world.note(`${thing.name}.update();`);
  world.flushing(() => thing.control.update(), world.model.boundaryOf(thing));
};

/** Where the model's client, and the session's, would look up a control by its id. */
function known(world: World, index: number): { id: string; thing: Thing } | undefined {
  const ids = Object.keys(world.wire.replica.documents);
  const id = pick(ids, index);
  const thing = world.things.find((other) => String(other.id) === id);
  return id === undefined || thing === undefined ? undefined : { id, thing };
}

/** Why a command for a control is refused, whatever it asks. */
function refusal(thing: Thing): string | undefined {
  if (thing.shown === undefined) return "not-mounted";
  for (let at: Thing | undefined = thing; at !== undefined; at = at.parent) {
    if (at.read("visible") === false) return "control-hidden";
    if (at.read("disabled") === true) return "control-disabled";
  }
  return undefined;
}

const write: Command = (world, { a, b, c }) => {
  const writers = Object.keys(world.wire.replica.documents).filter((_, index) => c % 5 > 0 || index === a % 7);
  const found = writers.map((id) => world.things.find((thing) => String(thing.id) === id) as Thing);
  const fields = found.filter(({ kind }) => kind.writable !== undefined);
  const thing = fields.length > 0 ? pick(fields, a) : found[0];
  if (thing === undefined) return;
  // The four rules leave open what becomes of a write while its control's document is on its way once more.
  if (world.wire.isComingAnew(thing.id)) return;
  const { writable } = thing.kind;
  const isOwn = writable !== undefined && b % 8 !== 0;
  const name = isOwn ? writable.name : pick(["opacity", "nothing", "controls"], c);
  const value = isOwn ? (b % 7 === 0 ? writable.wrong : pick(writable.samples, c)) : 0.5;
  world.note(`// the client writes ${name} = ${JSON.stringify(value)} to ${thing.name}`);
  const code = refusal(thing) ?? writeRefusal(thing, name, value);
  const given = world.model.given[thing.id];
  const before = thing.shown === undefined ? undefined : thing.read(name);
  world.wire.write(String(thing.id), { [name]: value });
  world.expectRefusal(code);
  if (code !== undefined || thing.shown === undefined) return;
  // What the app has set and the client was not told of stays.
  const inClient = given !== undefined && name in given ? given[name] : thing.kind.props[name]?.initial;
  const isUnsent = JSON.stringify(before) !== JSON.stringify(inClient);
  world.model.given[thing.id] = { ...given, [name]: value };
  if (!isUnsent) world.taken(thing, name, value);
};

function writeRefusal({ kind, values }: Thing, name: string, value: unknown): string | undefined {
  if (name === "controls" && kind.list === undefined && kind.builds !== "anything") return "unknown-property";
  if (name === "nothing") return "unknown-property";
  if (name !== kind.writable?.name) return "not-writable";
  return value === kind.writable.wrong || values.get("readOnly") === true ? "wrong-type" : undefined;
}

const fire: Command = (world, { a, b, c }) => {
  const found = known(world, a);
  if (found === undefined) return;
  const { id, thing } = found;
  const listening = Object.keys(thing.kind.events).filter((name) => isHeard(thing, name));
  const event = pick(listening.length > 0 && b % 4 > 0 ? listening : [...Object.keys(thing.kind.events), "nothing"], b);
  const payload = c % 6 === 0 ? "wrong" : thing.kind.events[event];
  world.note(`// the client sends ${event} of ${thing.name}`);
  let code = refusal(thing);
  if (!(event in thing.kind.events)) code ??= "unknown-event";
  else if (!isHeard(thing, event)) code ??= "not-listening";
  else if (payload === "wrong" && event !== "change") code ??= "wrong-type";
  else if (payload === "wrong" && thing.kind.type === "Checkbox") code ??= "wrong-type";
  world.hasHandled = false;
  const flushes = code === undefined && world.session.page.autoUpdate;
  world.flushing(() => world.wire.event(id, event, payload), undefined, flushes, true);
  world.expectRefusal(code);
  if (world.hasHandled !== (code === undefined && thing.handlers.has(event)))
    throw new Error(`${event} was not handled`);
};

function isHeard(thing: Thing, event: string): boolean {
  return thing.handlers.has(event) || thing.listeners.has(event);
}

/** Time, the page's switches, the connection and what comes from the client. */
export const SESSION: { readonly [name: string]: Command } = {
  turn,
  update,
  write,
  fire,
  autoUpdate: (world, { a }) => {
    world.session.page.autoUpdate = a % 3 !== 0;
    world.note(`page.autoUpdate = ${a % 3 !== 0};`);
  },
  writable: (world, { a }) => {
    world.note(`// the client can${a % 2 === 0 ? "not" : ""} take updates`);
    world.wire.writable$.next(a % 2 !== 0);
    world.sent();
  },
  lag: (world, { a }) => {
    world.note(a % 2 === 0 ? "// updates are on their way from here on" : "// the client gets them");
    world.wire.isLagging = a % 2 === 0;
    if (a % 2 !== 0) world.wire.deliver();
  },
};
