export { type ClientConnection, type ConnectedEnd, connect, type Source } from "./connect.ts";
export { adopt, css } from "./css.ts";
export { registerRenderer } from "./registry.ts";
export type { Parts, Renderer, Setter, Wire } from "./renderer.ts";
export type { View } from "./view.ts";
