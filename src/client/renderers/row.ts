import type { RowProps } from "../../controls/row.ts";
import type { Read } from "../../core/control-props.ts";
import { flexRenderer } from "../flex.ts";
import type { Renderer } from "../renderer.ts";

/**
 * Children next to each other.
 * @family core
 */
export const renderer: Renderer<RowProps<Read>> = flexRenderer<RowProps<Read>>("x", {
  alignment: "verticalAlignment",
  intrinsic: "intrinsicHeight",
  usual: "center",
});
