import type { IconButtonProps } from "../../controls/icon-button.ts";
import type { Read } from "../../core/control-props.ts";
import { adopt, css } from "../css.ts";
import { iconButtonRenderer } from "../icon-button.ts";
import type { Renderer } from "../renderer.ts";

/**
 * A button that is only an icon.
 * @family icon-button
 */
export const renderer: Renderer<IconButtonProps<Read>> = iconButtonRenderer<IconButtonProps<Read>>("r-plain-icon");

adopt(css`
.r-plain-icon { --r-b-dull: none; }
.r-plain-icon.r-on { --r-b-ink: var(--r-primary); }
`);
