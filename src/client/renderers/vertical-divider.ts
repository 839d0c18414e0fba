import type { VerticalDividerProps } from "../../controls/vertical-divider.ts";
import type { Read } from "../../core/control-props.ts";
import { dividerRenderer } from "../divider.ts";
import type { Renderer } from "../renderer.ts";

/**
 * A line from top to bottom.
 * @family layout
 */
export const renderer: Renderer<VerticalDividerProps<Read>> = dividerRenderer("vertical");
