import type { Read } from "../../../controls/control-props.ts";
import type { FilledIconButtonProps } from "../../../controls/icon-button/filled-icon-button.ts";
import { adopt, css } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { type IconButtonParts, iconButtonRenderer } from "./icon-button-renderer.ts";

/** A button that is only an icon, in the theme's primary color. */
export const renderer: Renderer<FilledIconButtonProps<Read>, IconButtonParts> = iconButtonRenderer(
  "r-filled-icon-button",
);

adopt(css`
.r-filled-icon-button { --r-b-fill: var(--r-primary); --r-b-ink: var(--r-onprimary); }
.r-filled-icon-button-unselected { --r-b-fill: var(--r-surfacecontainerhighest); --r-b-ink: var(--r-primary); }
`);
