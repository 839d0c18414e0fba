import type { Read } from "../../../controls/control-props.ts";
import type { VerticalDividerProps } from "../../../controls/layout/vertical-divider.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { dividerRenderer } from "./divider-renderer.ts";

/** A line from top to bottom. */
export const renderer: Renderer<VerticalDividerProps<Read>> = dividerRenderer("vertical");
