import { css } from "../../dom/css.ts";

/** Styles of a chip. The `--r-k-…` variables come from properties. */
export const chipStyles: string = css`
.r-chip {
  position: relative;
  display: inline-flex;
  flex-shrink: 0;
  align-items: center;
  max-inline-size: 100%;
  min-block-size: calc(32px - var(--r-k-less, 0px));
  padding: var(--r-k-padding, 0 8px);
  border-radius: var(--r-k-radius, 8px);
  background: var(--r-k-fill, none);
  box-shadow: inset 0 0 0 var(--r-k-side, 1px) var(--r-k-line, var(--r-outlinevariant)), var(--r-k-shadow, 0 0 transparent);
  color: var(--r-onsurfacevariant);
  font: 500 14px/20px var(--r-font);
  letter-spacing: 0.1px;
  transition-property: background-color, box-shadow, color;
  transition-duration: var(--r-k-select-back-time, 195ms);
  transition-timing-function: var(--r-k-select-back-curve, ease-in-out);
}
.r-chip.r-chip-selected {
  background: var(--r-k-fill, var(--r-secondarycontainer));
  box-shadow: inset 0 0 0 var(--r-k-side, 0px) var(--r-k-line, transparent), var(--r-k-shadow, 0 0 transparent);
  color: var(--r-onsecondarycontainer);
  transition-duration: var(--r-k-select-time, 195ms);
  transition-timing-function: var(--r-k-select-curve, ease-in-out);
}
.r-chip.r-chip-disabled {
  color: color-mix(in srgb, var(--r-onsurface) 38%, transparent);
  box-shadow: inset 0 0 0 var(--r-k-side, 1px) var(--r-k-line, color-mix(in srgb, var(--r-onsurface) 12%, transparent));
}
.r-chip.r-chip-disabled {
  transition-duration: var(--r-k-enable-back-time, 75ms);
  transition-timing-function: var(--r-k-enable-back-curve, ease-in-out);
}
.r-chip.r-chip-enabling {
  transition-duration: var(--r-k-enable-time, 75ms);
  transition-timing-function: var(--r-k-enable-curve, ease-in-out);
}
.r-chip.r-chip-selected.r-chip-disabled { background: var(--r-k-fill, color-mix(in srgb, var(--r-onsurface) 12%, transparent)); }
.r-chip:has(> [role]:active) { box-shadow: inset 0 0 0 var(--r-k-side, 1px) var(--r-k-line, var(--r-outlinevariant)), var(--r-k-pressed, var(--r-k-shadow, 0 0 transparent)); }
.r-chip-press {
  flex: 1;
  display: flex;
  align-items: center;
  min-inline-size: 0;
  border-radius: inherit;
  outline-offset: 8px;
  user-select: none;
  -webkit-tap-highlight-color: transparent;
}
.r-chip-press[role] { cursor: pointer; touch-action: manipulation; }
.r-chip-disabled > .r-chip-press[role] { cursor: default; }
.r-root .r-chip-press:focus-visible { outline: none; }
.r-chip:has(> .r-chip-press:focus-visible) { outline: 3px solid var(--r-secondary); outline-offset: 2px; }
.r-chip-press[role]::before {
  content: "";
  position: absolute;
  inset: 0;
  border-radius: inherit;
  background: currentColor;
  opacity: 0;
  pointer-events: none;
  transition: opacity 150ms linear;
}
.r-chip:not(.r-chip-disabled) > .r-chip-press:focus-visible::before, .r-chip:not(.r-chip-disabled) > .r-chip-press[role]:active::before { opacity: 0.1; }
@media (hover: hover) {
  .r-chip:not(.r-chip-disabled) > .r-chip-press[role]:hover::before { opacity: 0.08; }
}
.r-chip-press[role]::after { content: ""; position: absolute; inset: 0; border-radius: inherit; }
.r-chip-drawer {
  display: grid;
  grid-template-columns: 0fr;
  align-items: center;
  color: var(--r-primary);
  --r-icon-size: 18px;
  transition: grid-template-columns var(--r-k-leading-time, 150ms) var(--r-k-leading-curve, ease-in-out);
}
.r-chip-drawer:has(> :not(:empty)) { grid-template-columns: 1fr; }
.r-chip-drawer > * { grid-area: 1 / 1; min-inline-size: 0; overflow: clip; display: flex; align-items: center; justify-content: center; }
.r-chip-drawer > .r-chip-leading { font-size: 18px; max-block-size: 24px; }
.r-chip-check { color: var(--r-k-check, var(--r-onsecondarycontainer)); }
.r-chip-check:not(:empty) + .r-chip-leading { display: none; }
.r-chip-disabled > .r-chip-press > .r-chip-drawer { color: inherit; }
.r-chip-disabled > .r-chip-press > .r-chip-drawer > .r-chip-check { color: inherit; }
.r-chip-label { flex: 1; min-inline-size: 0; padding: var(--r-k-label-padding, 0 8px); overflow-wrap: anywhere; }
.r-chip-delete {
  position: relative;
  flex: none;
  display: inline-flex;
  align-items: center;
  justify-content: center;
  margin: 0;
  border: 0;
  padding: 0;
  min-inline-size: 18px;
  min-block-size: 18px;
  border-radius: 50%;
  background: none;
  color: var(--r-k-delete, inherit);
  cursor: pointer;
  --r-icon-size: 18px;
  -webkit-tap-highlight-color: transparent;
  transition-property: opacity, margin-inline-start, display;
  transition-duration: var(--r-k-delete-time, 150ms);
  transition-timing-function: var(--r-k-delete-curve, ease-in-out);
  transition-behavior: allow-discrete;
}
.r-chip-delete[hidden] {
  opacity: 0;
  margin-inline-start: -18px;
  pointer-events: none;
  transition-duration: var(--r-k-delete-back-time, 150ms);
  transition-timing-function: var(--r-k-delete-back-curve, ease-in-out);
}
@starting-style {
  .r-chip-delete.r-chip-delete-opens { opacity: 0; margin-inline-start: -18px; }
}
.r-chip-delete:disabled { color: inherit; cursor: default; }
.r-chip-delete::before { content: ""; position: absolute; inset: -4px; border-radius: 50%; background: currentColor; opacity: 0; }
.r-chip-delete:enabled:hover::before { opacity: 0.08; }
.r-chip-delete:enabled:active::before { opacity: 0.12; }
.r-chip-delete::after { content: ""; position: absolute; inset: -7px; }
.r-chip.r-chip-clipped { overflow: clip; }
@media (pointer: coarse) {
  .r-chip-press[role]::after { inset: -8px 0; }
  .r-chip-delete::after { inset: -15px -6px; }
}
@media (forced-colors: active) {
  .r-chip { border: 1px solid; }
  .r-chip.r-chip-selected { border-color: Highlight; background: Highlight; color: HighlightText; forced-color-adjust: none; }
  .r-chip.r-chip-disabled { color: GrayText; border-color: GrayText; }
}
`;
