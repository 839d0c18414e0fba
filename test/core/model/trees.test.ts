import fc from "fast-check";
import { test } from "vitest";
import { programs, run } from "./runner.ts";

const mix = {
  add: 3,
  move: 4,
  remove: 2,
  wrap: 1,
  unwrap: 1,
  swap: 1,
  setProp: 4,
  setText: 1,
  edit: 1,
  rebuild: 1,
  push: 1,
  unshift: 1,
  pop: 1,
  shift: 1,
  splice: 2,
  sort: 1,
  reverse: 1,
  fill: 1,
  copyWithin: 1,
  setIndex: 1,
  setLength: 1,
  exchange: 1,
  assign: 2,
  turn: 8,
  update: 3,
  writable: 1,
  autoUpdate: 1,
  lag: 1,
  write: 3,
  fire: 2,
  bindValue: 2,
  bindList: 1,
  emit: 2,
  emitList: 2,
  unbindList: 1,
  end: 1,
  listen: 2,
  ask: 1,
};

test("trees", () => {
  fc.assert(
    fc.property(programs(mix, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), (program) => void run(program)),
    { numRuns: Number(process.env.RUNLET_RUNS ?? 100) },
  );
}, 1e6);
