import { adopt, css } from "./css.ts";

/**
 * Boxes that hand the room they are given on to what they hold. Around something that takes all the width there is,
 * such as a row, they are as wide as they may be, too; so is a column.
 */
adopt(css`
:is(.r-page, .r-column, .r-control) > :is(.r-shell, .r-column):not(.r-wide):is(
  :has(> :is(.r-fills, .r-row:not(.r-tight)):not(.r-wide)),
  :has(> :is(.r-shell, .r-column):not(.r-wide) > :is(.r-fills, .r-row:not(.r-tight)):not(.r-wide)),
  :has(> :is(.r-shell, .r-column):not(.r-wide) > :is(.r-shell, .r-column):not(.r-wide) > :is(.r-fills, .r-row:not(.r-tight)):not(.r-wide))
) { align-self: stretch; }
.r-stack > :is(.r-fills, .r-row:not(.r-tight)):not(.r-wide, .r-at) { justify-self: stretch; }
.r-shell:is(.r-high, .r-expand) > .r-column:not(.r-tight, .r-high) { align-self: stretch; }
`);
