import type { ButtonProps } from "../../../controls/button/button.ts";
import type { Read } from "../../../controls/control-props.ts";
import { adopt, css } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { ContentParts } from "./button-content.ts";
import { buttonRenderer } from "./button-renderer.ts";

/** A button that floats slightly over the page. */
export const renderer: Renderer<ButtonProps<Read>, ContentParts> = buttonRenderer("r-button", 1);

adopt(css`
.r-button {
  --r-b-fill: var(--r-surfacecontainerlow);
  --r-b-rest: 0 1px 3px 1px rgb(0 0 0 / 0.15), 0 1px 2px 0 rgb(0 0 0 / 0.3);
  --r-b-raised: 0 2px 6px 2px rgb(0 0 0 / 0.15), 0 1px 2px 0 rgb(0 0 0 / 0.3);
}
`);
