export * from "./controls/index.ts";
export { callClient } from "./core/calls.ts";
export type { ConnectOptions } from "./core/connection.ts";
export { Control } from "./core/control.ts";
export type { Children, ControlProps, In, LayoutProps, Literal, Mode, Plain, Read } from "./core/control-props.ts";
export { each } from "./core/each.ts";
export { type ErrorCode, RunletError } from "./core/errors.ts";
export type { ControlEvent, EventHandler } from "./core/event.ts";
export type { ErrorPlace } from "./core/funnel.ts";
export { Host, type HostOptions } from "./core/host.ts";
export type { Limits } from "./core/limits.ts";
export { Page, type PageError, type PageProps } from "./core/page.ts";
export type { MessageHandler, PubSub } from "./core/pubsub.ts";
export type { Session } from "./core/session.ts";
export type { Main } from "./core/session-options.ts";
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
} from "./core/spec.ts";
export { type State, state } from "./core/state.ts";
export type { Type } from "./core/types.ts";
export { mainOf, run } from "./run.ts";
export type { AppOptions } from "./server/options.ts";
export type { RunningApp } from "./server/serve.ts";
