export type { Axis, BoxProps, Layout, LayoutChild, Limit, SomeChild } from "../layout/layout.ts";
export { columnLayout, rowLayout } from "../layout/line.ts";
export { boxLayout, highLayout, hugLayout, wideLayout } from "../layout/simple.ts";
export type { IconDrawing } from "../protocol/icon.ts";
export {
  type ClientConnection,
  type ConnectedEnd,
  type ConnectOptions,
  connect,
  type Source,
} from "./connection/connect.ts";
export type { ConnectionNotice, ConnectionState } from "./connection/notices.ts";
export { adopt, css } from "./dom/css.ts";
export { registerIcons } from "./dom/icon.ts";
export type { Parts, Renderer, Setter, Wire } from "./rendering/renderer.ts";
export type { View } from "./rendering/view.ts";
export { registerRenderer } from "./screen/registry.ts";
