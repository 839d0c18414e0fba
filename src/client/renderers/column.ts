import type { ColumnProps } from "../../controls/column.ts";
import type { Read } from "../../core/control-props.ts";
import { flexRenderer } from "../flex.ts";
import type { Renderer } from "../renderer.ts";

/**
 * Children below each other.
 * @family core
 */
export const renderer: Renderer<ColumnProps<Read>> = flexRenderer<ColumnProps<Read>>("y", {
  alignment: "horizontalAlignment",
  intrinsic: "intrinsicWidth",
  usual: "start",
});
