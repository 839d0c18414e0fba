import type { Read } from "../../../controls/control-props.ts";
import type { DividerProps } from "../../../controls/layout/divider.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { dividerRenderer } from "./divider-renderer.ts";

/** A line from side to side. */
export const renderer: Renderer<DividerProps<Read>> = dividerRenderer("horizontal");
