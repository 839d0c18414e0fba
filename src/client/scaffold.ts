import { adopt, css } from "./css.ts";

/** Where the bars and the floating button of a page or view stand. */
adopt(css`
.r-head { position: sticky; inset-block-start: 0; z-index: 1; }
.r-foot { position: sticky; inset-block-end: 0; z-index: 1; }
.r-head, .r-foot { flex: none; }
:is(.r-head, .r-foot) > * { display: grid; }
.r-at-bottomAppbar:has(~ .r-at-navigationBar > :not([hidden])),
.r-at-navigationBar:has(> :not([hidden])) ~ .r-at-bottomAppbar { display: none; }
.r-at-floatingActionButton {
  position: absolute;
  inset-inline: 16px;
  inset-block-end: calc(100% + 16px);
  display: flex;
  justify-content: flex-end;
  pointer-events: none;
}
.r-at-floatingActionButton > * { pointer-events: auto; }
[style*="--r-button-x"] > .r-foot > .r-at-floatingActionButton {
  inset-inline-end: var(--r-button-x);
  inset-block-end: calc(100% + var(--r-button-y));
}
[data-button^="mini"] > * > .r-at-floatingActionButton { inset-inline: 12px; }
[data-button*="start" i] > * > .r-at-floatingActionButton { justify-content: flex-start; }
[data-button*="center" i] > * > .r-at-floatingActionButton { justify-content: center; }
[data-button$="Docked"] > .r-foot > .r-at-floatingActionButton { inset-block-end: 100%; translate: 0 50%; z-index: 1; }
[data-button$="Contained"] > .r-foot > .r-at-floatingActionButton {
  inset-block: 0;
  align-items: center;
  z-index: 1;
}
[data-button$="Top"] > .r-head > .r-at-floatingActionButton { inset-block-end: 0; translate: 0 50%; }
`);
