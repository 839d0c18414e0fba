export type { IconDrawing } from "../protocol/icon.ts";
export { type ClientConnection, type ConnectedEnd, type ConnectOptions, connect, type Source } from "./connect.ts";
export { adopt, css } from "./css.ts";
export { registerIcons } from "./icon.ts";
export type { ConnectionNotice, ConnectionState } from "./notices.ts";
export { registerRenderer } from "./registry.ts";
export type { Parts, Renderer, Setter, Wire } from "./renderer.ts";
export type { View } from "./view.ts";
