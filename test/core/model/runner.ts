import fc from "fast-check";
import type { HostOptions } from "../../../src/controls/page/host.ts";
import { check, checkEnd } from "./check.ts";
import { lists, pick, type Step } from "./choices.ts";
import { type Command, make, TREE } from "./commands.ts";
import { list } from "./edits.ts";
import { LISTS } from "./list-commands.ts";
import { SESSION } from "./session-commands.ts";
import { STREAMS } from "./stream-commands.ts";
import { TestRun } from "./test-run.ts";

const COMMANDS: { readonly [name: string]: Command } = { ...TREE, ...LISTS, ...STREAMS, ...SESSION };

/** Relative frequency of each command. */
export type Mix = { readonly [command: string]: number };

/** A page to start with, and the steps to run. */
export interface Program {
  /** Indices of the kinds of controls, in the list of all kinds. */
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

/** Starts a session with the page of a program. */
export function seeded(program: Program, options: HostOptions = {}): TestRun {
  return new TestRun((testRun) => {
    testRun.kinds = program.kinds;
    for (const [kind, script, at] of program.seeds) {
      const holder = pick(lists(testRun), at);
      const modelControl = make(testRun, kind, script);
      list(testRun, holder, `push(${modelControl.name})`, (items, of) => items.push(of(modelControl)));
    }
  }, options);
}

/** Runs a program on a session and on the model, and compares them after every step. */
export function run(program: Program, options: HostOptions = {}): TestRun {
  const testRun = seeded(program, options);
  withProgram(testRun, () => {
    check(testRun);
    for (const step of program.steps) {
      COMMANDS[step.do]?.(testRun, step);
      check(testRun);
    }
    finish(testRun);
  });
  return testRun;
}

/** Adds the steps so far to the message of an error. */
export function withProgram(testRun: TestRun, run: () => void): void {
  try {
    run();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${testRun.code.join("\n")}\n`, { cause: error });
  }
}

/** Sends everything that waits, compares, and ends the session. */
function finish(testRun: TestRun): void {
  const { wire, session } = testRun;
  session.page.autoUpdate = true;
  wire.isDelayed = false;
  wire.deliver();
  wire.writable$.next(true);
  testRun.sent();
  for (const modelControl of testRun.model.mounted()) {
    if (modelControl.flushed === undefined || !modelControl.kind.isIsolated) continue;
    testRun.note(`${modelControl.name}.update();`);
    testRun.flushing(() => modelControl.control.update(), modelControl, true, false, modelControl);
    check(testRun);
  }
  testRun.note("// the turn ends");
  testRun.flushing(() => testRun.clock.turn(), undefined, true, true);
  check(testRun);
  testRun.note("// the session ends");
  testRun.close();
  checkEnd(testRun);
}
