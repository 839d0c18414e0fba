import type { TextButtonProps } from "../../controls/text-button.ts";
import type { Read } from "../../core/control-props.ts";
import { buttonRenderer } from "../button.ts";
import { adopt, css } from "../css.ts";
import type { Renderer } from "../renderer.ts";

/**
 * A button that is only its text.
 * @family button
 */
export const renderer: Renderer<TextButtonProps<Read>> = buttonRenderer<TextButtonProps<Read>>("r-textual");

adopt(css`
.r-textual { --r-b-dull: none; --r-b-start: 12px; --r-b-end: 12px; }
.r-textual > .r-press:has(> .r-press-icon:not(:empty)) { --r-b-start: 12px; --r-b-end: 16px; }
`);
