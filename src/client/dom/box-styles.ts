import { css } from "./css.ts";

/**
 * Sizes and positions of boxes, by the words that the layout writes into `data-box` (`screen/layout-pass.ts`). `r-box-cell` is
 * a box around one child.
 */
export const boxStyles: string = css`
.r-box-cell { display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); place-items: start; flex: none; }
[data-box~="x"] { width: auto !important; justify-self: stretch; }
[data-box~="y"] { height: auto !important; }
[data-box~="a"] { align-self: stretch; }
:where([data-box~="x"]) { min-width: 0; }
:where([data-box~="y"]) { min-height: 0; }
[data-box~="lx"] { max-width: calc(100% - var(--r-mx)); }
[data-box~="ly"] { max-height: calc(100% - var(--r-my)); }
@property --r-mx { syntax: "<length>"; inherits: false; initial-value: 0px; }
@property --r-my { syntax: "<length>"; inherits: false; initial-value: 0px; }
[data-box~="full"] { width: calc(100% - var(--r-mx)) !important; }
.r-box-scrolls > * { flex-shrink: 0; }
.r-box-wide, .r-box-high { flex-shrink: 0; }
`;
