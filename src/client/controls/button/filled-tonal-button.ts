import type { FilledTonalButtonProps } from "../../../controls/button/filled-tonal-button.ts";
import type { Read } from "../../../controls/control-props.ts";
import { adopt, css } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { ContentParts } from "./button-content.ts";
import { buttonRenderer } from "./button-renderer.ts";

/** A filled button in a quieter color. */
export const renderer: Renderer<FilledTonalButtonProps<Read>, ContentParts> = buttonRenderer("r-filled-tonal-button");

adopt(css`
.r-filled-tonal-button {
  --r-b-fill: var(--r-secondarycontainer);
  --r-b-ink: var(--r-onsecondarycontainer);
  --r-b-raised: 0 1px 3px 1px rgb(0 0 0 / 0.15), 0 1px 2px 0 rgb(0 0 0 / 0.3);
}
`);
