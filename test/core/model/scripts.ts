import type { Control } from "runlet";
import { assignList, list, set } from "./edits.ts";
import type { Hooks } from "./kinds.ts";
import type { Script, Thing } from "./thing.ts";
import type { World } from "./world.ts";

/** What controls of a program may do in their hooks. Most do nothing. */
export const SCRIPTS: readonly (Script | undefined)[] = [
  ...Array.from({ length: 8 }, () => undefined),
  { on: "build", act: "setOwn" },
  { on: "build", act: "pushOwn" },
  { on: "build", act: "popOwn" },
  { on: "build", act: "fail" },
  { on: "build", act: "follow" },
  { on: "beforeUpdate", act: "setOwn" },
  { on: "beforeUpdate", act: "setParent" },
  { on: "beforeUpdate", act: "pushOwn" },
  { on: "beforeUpdate", act: "popOwn" },
  { on: "beforeUpdate", act: "fail" },
  { on: "didMount", act: "setOwn" },
  { on: "didMount", act: "pushOwn" },
  { on: "didMount", act: "popOwn" },
  { on: "didMount", act: "setParent" },
  { on: "didMount", act: "pushParent" },
  { on: "didMount", act: "own" },
  { on: "didMount", act: "fail" },
  { on: "willUnmount", act: "setOwn" },
  { on: "willUnmount", act: "pushOwn" },
  { on: "willUnmount", act: "setParent" },
  { on: "willUnmount", act: "pushParent" },
  { on: "willUnmount", act: "popParent" },
  { on: "willUnmount", act: "fail" },
];

/** Runs the script of a control, if it is one for this hook. */
export function act(world: World, thing: Thing, hook: keyof Hooks): void {
  if (thing.script?.on === hook) perform(world, thing, thing.script.act, hook);
}

/** Does what a hook or a handler of a control is there for. */
export function perform(world: World, thing: Thing, what: Script["act"], hook: string): void {
  const parent = world.byControl.get(thing.control.parent as Control);
  switch (what) {
    case "setOwn":
      return set(world, thing, "tooltip", `${hook} ${world.calls.length}`);
    case "setParent":
      return parent && set(world, parent, "tooltip", `${hook} of a child ${world.calls.length}`);
    case "pushOwn":
      return push(world, thing);
    case "popOwn":
      return pop(world, thing);
    case "pushParent":
      return parent && push(world, parent);
    case "popParent":
      return parent && pop(world, parent);
    case "follow":
      // The same stream once more, at a rebuild, is followed once.
      thing.effects = 1;
      return thing.control.effect(world.pulse$);
    case "own":
      thing.owned++;
      return thing.control.own(() => thing.owned--);
    case "fail": {
      const message = `${hook} of ${thing.name}`;
      world.expected.push(message);
      throw new Error(message);
    }
  }
}

function push(world: World, holder: Thing): void {
  if (!isOpen(holder)) return;
  const child = world.create("label");
  list(world, holder, `push(${child.name})`, (items, of) => items.push(of(child)));
}

function pop(world: World, holder: Thing): void {
  if (!isOpen(holder)) return;
  world.displaced(holder.list().slice(-1));
  list(world, holder, "pop()", (items) => items.pop());
}

/** Whether the app may edit a control's list as it likes. */
function isOpen({ kind, bound }: Thing): boolean {
  return kind.list !== undefined && !bound.has(kind.list);
}

/** What `build()` of a control does and returns. One that fails does so the first time only. */
export function built(world: World, thing: Thing): Control | Control[] | undefined {
  const hasFailed = thing.hasFailed;
  thing.hasFailed = true;
  if (!hasFailed || thing.script?.act !== "fail") act(world, thing, "build");
  const result = thing.plan === undefined ? firstBuilt(world, thing) : thing.plan;
  thing.isBuilt = true;
  thing.hasFailed = false;
  if (result === undefined) return undefined;
  fill(world, thing, result);
  return Array.isArray(result) ? result.map(({ control }) => control) : (result as Thing).control;
}

function firstBuilt(world: World, thing: Thing): Thing | readonly Thing[] | undefined {
  const kind = thing.kind.builds;
  const choice = (Number(thing.key) * 7) % 5;
  const one = () => {
    const child = world.create(["label", "text", "row", "frame"][choice % 4] as string);
    if (child.kind.list !== undefined) assignList(world, child, [world.create("label")]);
    return child;
  };
  if (kind === "nothing" || choice === 0 || (kind !== "anything" && choice < 3)) return undefined;
  if (kind === "one" || (kind === "anything" && choice < 3)) return one();
  return Array.from({ length: choice === 4 ? 2 : 3 }, one);
}

/** The model's half of putting a result in its place. */
function fill(world: World, thing: Thing, result: Thing | readonly Thing[]): void {
  const children = [result].flat() as Thing[];
  // What it takes the place of leaves now: behind this build.
  if (thing.children.length > 0) world.touch(thing, true);
  world.displaced(thing.children);
  if (thing.kind.builds === "anything") thing.slots.clear();
  const name = thing.kind.list ?? thing.kind.singles[0] ?? (Array.isArray(result) ? "controls" : "content");
  thing.bound.delete(name);
  thing.values.delete(name);
  thing.slots.set(name, children);
  world.note(`return ${children.map((child) => child.name)}`);
}
