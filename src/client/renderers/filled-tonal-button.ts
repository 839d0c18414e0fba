import type { FilledTonalButtonProps } from "../../controls/filled-tonal-button.ts";
import type { Read } from "../../core/control-props.ts";
import { buttonRenderer } from "../button.ts";
import { adopt, css } from "../css.ts";
import type { Renderer } from "../renderer.ts";

/**
 * A filled button in a quieter color.
 * @family button
 */
export const renderer: Renderer<FilledTonalButtonProps<Read>> =
  buttonRenderer<FilledTonalButtonProps<Read>>("r-filled-tonal");

adopt(css`
.r-filled-tonal {
  --r-b-fill: var(--r-secondarycontainer);
  --r-b-ink: var(--r-onsecondarycontainer);
  --r-b-raised: 0 1px 3px 1px rgb(0 0 0 / 0.15), 0 1px 2px 0 rgb(0 0 0 / 0.3);
}
`);
