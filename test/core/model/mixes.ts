import type { Mix } from "./runner.ts";

const tree: Mix = { add: 3, move: 4, remove: 2, wrap: 1, unwrap: 1, swap: 1, rebuild: 1, setText: 1 };
const values: Mix = { setProp: 4, edit: 1 };
const lists: Mix = {
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
};
const streams: Mix = { bindValue: 2, bindList: 1, emit: 2, emitList: 2, unbindList: 1, end: 1, listen: 2, ask: 1 };
const wire: Mix = { write: 3, fire: 2, writable: 1, lag: 1 };
const time: Mix = { turn: 8, update: 3, autoUpdate: 1 };

/** Trees and lists, and the hooks of controls that come and go. */
export const TREES: Mix = { ...tree, ...lists, ...values, turn: 8, update: 1, writable: 1 };
/** Moves into and out of isolated controls, which flush when update() is called. */
export const ISLANDS: Mix = { ...tree, push: 2, splice: 2, assign: 2, setProp: 3, turn: 5, update: 7, writable: 1 };
/** Messages of the client and emissions of streams, while the connection is slow. */
export const WIRE: Mix = {
  ...streams,
  ...values,
  add: 2,
  move: 2,
  remove: 1,
  write: 8,
  fire: 6,
  writable: 3,
  lag: 3,
  turn: 8,
};
/** All commands. */
export const EVERYTHING: Mix = { ...tree, ...lists, ...values, ...streams, ...wire, ...time };
