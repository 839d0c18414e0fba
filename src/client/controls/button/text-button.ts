import type { TextButtonProps } from "../../../controls/button/text-button.ts";
import type { Read } from "../../../controls/control-props.ts";
import { adopt, css } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { ContentParts } from "./button-content.ts";
import { buttonRenderer } from "./button-renderer.ts";

/** A button that is only its text. */
export const renderer: Renderer<TextButtonProps<Read>, ContentParts> = buttonRenderer("r-text-button");

adopt(css`
.r-text-button { --r-b-dull: none; --r-b-start: 12px; --r-b-end: 12px; --r-b-icon-start: 12px; --r-b-icon-end: 16px; }
`);
