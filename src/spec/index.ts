export type { Children, In, Literal, Mode, Plain, Read } from "../controls/control-props.ts";
export {
  type Entries,
  event,
  flag,
  integer,
  type MethodSpec,
  method,
  number,
  oneOf,
  payload,
  type Semantics,
  type Spec,
  type SpecOptions,
  slot,
  slotOrIcon,
  slotOrText,
  slots,
  spec,
  text,
  value,
} from "../controls/spec.ts";
export type { Problem } from "../core/declaration/problem.ts";
export type { StandardSchema, TypeOrSchema } from "../core/declaration/standard-schema.ts";
export type { Type } from "../core/declaration/types.ts";
export type { Axis, BoxProps, Layout, LayoutChild, Limit, SomeChild } from "../layout/layout.ts";
export { columnLayout, rowLayout } from "../layout/line.ts";
export { boxLayout, highLayout, hugLayout, wideLayout } from "../layout/simple.ts";
export * from "./value-types.ts";
