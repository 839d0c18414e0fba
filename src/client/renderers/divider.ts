import type { DividerProps } from "../../controls/divider.ts";
import type { Read } from "../../core/control-props.ts";
import { dividerRenderer } from "../divider.ts";
import type { Renderer } from "../renderer.ts";

/**
 * A line from side to side.
 * @family layout
 */
export const renderer: Renderer<DividerProps<Read>> = dividerRenderer("horizontal");
