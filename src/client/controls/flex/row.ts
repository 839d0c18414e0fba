import type { Read } from "../../../controls/control-props.ts";
import type { RowProps } from "../../../controls/flex/row.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { flexRenderer } from "./flex.ts";

/** Children next to each other. */
export const renderer: Renderer<RowProps<Read>> = flexRenderer<RowProps<Read>>("x", {
  alignment: "verticalAlignment",
  usual: "center",
});
