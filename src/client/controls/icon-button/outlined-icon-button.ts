import type { Read } from "../../../controls/control-props.ts";
import type { OutlinedIconButtonProps } from "../../../controls/icon-button/outlined-icon-button.ts";
import { adopt, css } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { type IconButtonParts, iconButtonRenderer } from "./icon-button-renderer.ts";

/** A button that is only an icon, with a border. */
export const renderer: Renderer<OutlinedIconButtonProps<Read>, IconButtonParts> = iconButtonRenderer(
  "r-outlined-icon-button",
);

adopt(css`
.r-outlined-icon-button {
  --r-b-line: 1px var(--r-outline);
  --r-b-dull: none;
  --r-b-dull-line: 1px color-mix(in srgb, var(--r-onsurface) 12%, transparent);
}
.r-outlined-icon-button-selected {
  --r-b-fill: var(--r-inversesurface);
  --r-b-ink: var(--r-oninversesurface);
  --r-b-line: 0 transparent;
  --r-b-dull: color-mix(in srgb, var(--r-onsurface) 12%, transparent);
  --r-b-dull-line: 0 transparent;
}
`);
