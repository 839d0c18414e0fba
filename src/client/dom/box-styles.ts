import { css } from "./css.ts";

/**
 * Layout of any control inside its parent. A control has these classes from its properties (`wide`, `high`, `expand`,
 * `loose`, `placed`, `scrolls`) or from its renderer: `fills` takes all available width, and `shell` takes it if its
 * content does.
 */
export const boxStyles: string = css`
.r-box-expand { min-inline-size: 0; }
.r-box-expand:has(.r-box-scrolls), .r-box-expand.r-box-scrolls, .r-box-high > .r-box-expand { min-block-size: 0; }
.r-box-expand.r-box-loose { flex: 0 1 auto !important; }
.r-box-scrolls > * { flex-shrink: 0; }
.r-root .r-box-placed { align-self: var(--r-at-y); justify-self: var(--r-at-x); }
.r-root :is(.r-column, .r-page, .r-control-boxed, .r-control-list) > .r-box-placed { align-self: var(--r-at-x); }
.r-box-wide, .r-box-high { flex-shrink: 0; }
.r-box-wide { max-inline-size: 100%; }
:is(.r-page, .r-column, .r-control) > .r-box-fills:not(.r-box-wide),
:is(.r-page, .r-column, .r-control) > .r-box-shell:not(.r-box-wide):has(
  > .r-box-fills:not(.r-box-wide),
  > .r-box-shell:not(.r-box-wide) > .r-box-fills:not(.r-box-wide),
  > .r-box-shell:not(.r-box-wide) > .r-box-shell:not(.r-box-wide) > .r-box-fills:not(.r-box-wide)
),
.r-row:is(.r-box-expand, .r-box-high) > .r-box-shell:not(.r-box-high, .r-column):has(
  > .r-column:not(.r-flex-tight, .r-box-high),
  > .r-box-shell:not(.r-box-high, .r-column) > .r-column:not(.r-flex-tight, .r-box-high)
) { align-self: stretch; }
.r-stack > .r-box-fills:not(.r-box-wide, .r-position) { justify-self: stretch; }
`;
