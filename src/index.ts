export type { Children, ControlProps, In, LayoutProps, Literal, Mode, Plain, Read } from "./controls/control-props.ts";
export * from "./controls/index.ts";
export { type ErrorCode, RunletError } from "./core/declaration/errors.ts";
export type { ControlEvent, EventHandler } from "./core/declaration/event.ts";
export { Control } from "./core/declaration/reactive-control.ts";
export {
  type Entries,
  event,
  flag,
  integer,
  method,
  number,
  oneOf,
  payload,
  type Semantics,
  type Spec,
  slot,
  slotOrIcon,
  slotOrText,
  slots,
  spec,
  text,
  value,
} from "./core/declaration/spec.ts";
export type { Type } from "./core/declaration/types.ts";
export { each } from "./core/reactive/each.ts";
export type { ErrorPlace } from "./core/reactive/funnel.ts";
export { type State, state } from "./core/reactive/state.ts";
export { callClient } from "./core/session/calls.ts";
export type { ConnectOptions } from "./core/session/connection.ts";
export { Host, type HostOptions } from "./core/session/host.ts";
export type { Limits } from "./core/session/limits.ts";
export type { MessageHandler, PubSub } from "./core/session/pubsub.ts";
export type { Session } from "./core/session/session.ts";
export type { Main } from "./core/session/session-options.ts";
export { mainOf, run } from "./run.ts";
export type { AppOptions } from "./server/options.ts";
export type { RunningApp } from "./server/serve.ts";
