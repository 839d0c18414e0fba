import { adopt, css, element } from "./css.ts";

/** Creates a box whose content gets all of the box's space. */
export function makeFillBox(className: string): HTMLElement {
  return element("div", `${className} r-shell`);
}

/**
 * A box fills the available width or height if its content does, such as a row or a column. A column that contains a
 * row fills the available width, too.
 */
adopt(css`
:is(.r-page, .r-column, .r-control) > .r-fills:not(.r-wide) { align-self: stretch; }
:is(.r-page, .r-column, .r-control) > :is(.r-shell, .r-column):not(.r-wide):is(
  :has(> :is(.r-fills, .r-row:not(.r-tight)):not(.r-wide)),
  :has(> :is(.r-shell, .r-column):not(.r-wide) > :is(.r-fills, .r-row:not(.r-tight)):not(.r-wide)),
  :has(> :is(.r-shell, .r-column):not(.r-wide) > :is(.r-shell, .r-column):not(.r-wide) > :is(.r-fills, .r-row:not(.r-tight)):not(.r-wide))
) { align-self: stretch; }
.r-row:is(.r-expand, .r-high) > .r-shell:not(.r-high):is(
  :has(> .r-column:not(.r-tight, .r-high)),
  :has(> .r-shell:not(.r-high) > .r-column:not(.r-tight, .r-high))
) { align-self: stretch; }
.r-stack > :is(.r-fills, .r-row:not(.r-tight)):not(.r-wide, .r-at) { justify-self: stretch; }
.r-stack:is(.r-high, .r-expand) > .r-column:not(.r-tight, .r-high, .r-at) { align-self: stretch; }
`);
