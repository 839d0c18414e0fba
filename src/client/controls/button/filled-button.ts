import type { FilledButtonProps } from "../../../controls/button/filled-button.ts";
import type { Read } from "../../../controls/control-props.ts";
import { adopt, css } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { ContentParts } from "./button-content.ts";
import { buttonRenderer } from "./button-renderer.ts";

/** A button in the theme's primary color. */
export const renderer: Renderer<FilledButtonProps<Read>, ContentParts> = buttonRenderer("r-filled-button");

adopt(css`
.r-filled-button {
  --r-b-fill: var(--r-primary);
  --r-b-ink: var(--r-onprimary);
  --r-b-raised: 0 1px 3px 1px rgb(0 0 0 / 0.15), 0 1px 2px 0 rgb(0 0 0 / 0.3);
}
`);
