import type { OutlinedButtonProps } from "../../../controls/button/outlined-button.ts";
import type { Read } from "../../../controls/control-props.ts";
import { adopt, css } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { ContentParts } from "./button-content.ts";
import { buttonRenderer } from "./button-renderer.ts";

/** A button with a border. */
export const renderer: Renderer<OutlinedButtonProps<Read>, ContentParts> = buttonRenderer("r-outlined-button");

adopt(css`
.r-outlined-button {
  --r-b-line: 1px var(--r-outline);
  --r-b-dull: none;
  --r-b-dull-line: 1px color-mix(in srgb, var(--r-onsurface) 12%, transparent);
}
`);
