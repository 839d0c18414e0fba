export * from "./controls/index.ts";
export type { MessageHandler, PubSub } from "./controls/page/pubsub.ts";
export {
  type Entries,
  event,
  flag,
  integer,
  method,
  number,
  oneOf,
  payload,
  slot,
  slotOrText,
  slots,
  text,
  value,
} from "./controls/spec.ts";
export type { ErrorPlace } from "./core/declaration/errors.ts";
export { type ErrorCode, RunletError } from "./core/declaration/errors.ts";
export type { Type } from "./core/declaration/types.ts";
export type { ConnectOptions } from "./core/link/connection.ts";
export type { Limits } from "./core/link/limits.ts";
export { each } from "./core/reactive/each.ts";
export { type State, state } from "./core/reactive/state.ts";
export { callClient } from "./core/update/calls.ts";
export { mainOf, run } from "./run.ts";
export type { AppOptions } from "./server/options.ts";
export type { RunningApp } from "./server/serve.ts";
