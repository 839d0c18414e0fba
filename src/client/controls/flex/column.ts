import type { Read } from "../../../controls/control-props.ts";
import type { ColumnProps } from "../../../controls/flex/column.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { flexRenderer } from "./flex.ts";

/** Children below each other. */
export const renderer: Renderer<ColumnProps<Read>> = flexRenderer<ColumnProps<Read>>("y", {
  alignment: "horizontalAlignment",
  usual: "start",
});
