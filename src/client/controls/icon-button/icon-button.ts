import type { Read } from "../../../controls/control-props.ts";
import type { IconButtonProps } from "../../../controls/icon-button/icon-button.ts";
import { adopt, css } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { type IconButtonParts, iconButtonRenderer } from "./icon-button-renderer.ts";

/** A button that is only an icon. */
export const renderer: Renderer<IconButtonProps<Read>, IconButtonParts> = iconButtonRenderer("r-plain-icon-button");

adopt(css`
.r-plain-icon-button { --r-b-dull: none; }
.r-plain-icon-button-selected { --r-b-ink: var(--r-primary); }
`);
