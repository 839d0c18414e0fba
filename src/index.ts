export { Control } from "./core/control.ts";
export { Page } from "./core/page.ts";
export { state } from "./core/state.ts";
export { Text } from "./controls/text.ts";
