export { mainOf } from "../run.ts";
export { type App, createApp } from "./app.ts";
export { type IconDrawing, iconDrawing, iconNames } from "./icons.ts";
export type { AppOptions, ResolvedOptions } from "./options.ts";
export { type RunningApp, serve } from "./serve.ts";
