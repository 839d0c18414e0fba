import fc from "fast-check";
import type { HostOptions } from "../../../src/core/host.ts";
import { check, checkEnd } from "./check.ts";
import { type Command, make, TREE } from "./commands.ts";
import { list } from "./edits.ts";
import { LISTS } from "./list-commands.ts";
import { lists, pick, type Step } from "./places.ts";
import { SESSION } from "./session-commands.ts";
import { STREAMS } from "./stream-commands.ts";
import { World } from "./world.ts";

const COMMANDS: { readonly [name: string]: Command } = { ...TREE, ...LISTS, ...STREAMS, ...SESSION };

/** How often each command comes, against the others. */
export type Mix = { readonly [command: string]: number };

/** A page to start with, and what is done to it. */
export interface Program {
  /** Places of the kinds that controls are made of, in the list of all. */
  readonly kinds: readonly number[];
  readonly seeds: readonly (readonly [kind: number, script: number, holder: number])[];
  readonly steps: readonly Step[];
}

export function programs(mix: Mix, kinds: readonly number[]): fc.Arbitrary<Program> {
  const names = Object.entries(mix).flatMap(([name, weight]) => Array.from({ length: weight }, () => name));
  const number = fc.nat(63);
  const step = fc.record({ do: fc.constantFrom(...names), a: number, b: number, c: number, d: number });
  return fc.record({
    kinds: fc.constant(kinds),
    seeds: fc.array(fc.tuple(fc.constantFrom(...kinds), number, number), { minLength: 1, maxLength: 12 }),
    steps: fc.array(step, { maxLength: 40, size: "max" }),
  });
}

/** A session with the page that a program starts with. */
export function seeded(program: Program, options: HostOptions = {}): World {
  return new World((world) => {
    world.kinds = program.kinds;
    for (const [kind, script, at] of program.seeds) {
      const holder = pick(lists(world), at);
      const thing = make(world, kind, script);
      list(world, holder, `push(${thing.name})`, (items, of) => items.push(of(thing)));
    }
  }, options);
}

/** Runs a program on a session and on the model, and compares them after every step. */
export function run(program: Program, options: HostOptions = {}): World {
  const world = seeded(program, options);
  explained(world, () => {
    check(world);
    for (const step of program.steps) {
      COMMANDS[step.do]?.(world, step);
      check(world);
    }
    finish(world);
  });
  return world;
}

/** Has an error say what was done up to it. */
export function explained(world: World, run: () => void): void {
  try {
    run();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${world.code.join("\n")}\n`, { cause: error });
  }
}

/** Has everything sent that waits, compares, and ends the session. */
function finish(world: World): void {
  const { wire, session } = world;
  session.page.autoUpdate = true;
  wire.isLagging = false;
  wire.deliver();
  wire.writable$.next(true);
  world.sent();
  for (const thing of world.model.mounted()) {
    if (thing.shown === undefined || !thing.kind.isIsolated) continue;
    world.note(`${thing.name}.update();`);
    world.flushing(() => thing.control.update(), thing);
    check(world);
  }
  world.note("// the turn ends");
  world.flushing(() => world.clock.turn(), undefined, true, true);
  check(world);
  world.note("// the session ends");
  world.close();
  checkEnd(world);
}
