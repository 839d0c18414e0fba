import type { Read } from "../../../controls/control-props.ts";
import type { FilledTonalIconButtonProps } from "../../../controls/icon-button/filled-tonal-icon-button.ts";
import { adopt, css } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { type IconButtonParts, iconButtonRenderer } from "./icon-button-renderer.ts";

/** A button that is only an icon, in a quieter color. */
export const renderer: Renderer<FilledTonalIconButtonProps<Read>, IconButtonParts> = iconButtonRenderer(
  "r-filled-tonal-icon-button",
);

adopt(css`
.r-filled-tonal-icon-button { --r-b-fill: var(--r-secondarycontainer); --r-b-ink: var(--r-onsecondarycontainer); }
.r-filled-tonal-icon-button-unselected { --r-b-fill: var(--r-surfacecontainerhighest); --r-b-ink: var(--r-onsurfacevariant); }
`);
