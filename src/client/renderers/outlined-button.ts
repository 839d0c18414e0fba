import type { OutlinedButtonProps } from "../../controls/outlined-button.ts";
import type { Read } from "../../core/control-props.ts";
import { buttonRenderer } from "../button.ts";
import { adopt, css } from "../css.ts";
import type { Renderer } from "../renderer.ts";

/**
 * A button with a border.
 * @family button
 */
export const renderer: Renderer<OutlinedButtonProps<Read>> = buttonRenderer<OutlinedButtonProps<Read>>("r-outlined");

adopt(css`
.r-outlined {
  --r-b-line: 1px var(--r-outline);
  --r-b-dull: none;
  --r-b-dull-line: 1px color-mix(in srgb, var(--r-onsurface) 12%, transparent);
}
`);
