import { css } from "./css.ts";

/**
 * Material 3's text field. The outline is three pieces, so that the middle one can open for the label, which is
 * set small and drawn larger while it lies in the field. `--r-f-…` is what properties say, `--r-g-…` what comes of it.
 */
export const fieldStyles: string = css`
.r-field {
  display: flex;
  min-inline-size: 0;
  max-inline-size: 100%;
  --r-g-dir: 1;
  --r-g-start: var(--r-f-left, 16px);
  --r-g-edge: max(var(--r-g-start) - 4px, var(--r-f-tl, 4px), var(--r-f-bl, 4px));
  --r-g-icon: 0px;
  --r-g-half: calc(var(--r-g-width) / 2);
  --r-g-line: var(--r-f-line, var(--r-outline));
  --r-g-width: var(--r-f-width, 1px);
  --r-g-label: var(--r-onsurfacevariant);
  --r-g-top: var(--r-f-top, 16px);
  --r-g-bottom: var(--r-f-bottom, 16px);
}
.r-field:dir(rtl) {
  --r-g-dir: -1;
  --r-g-start: var(--r-f-right, 16px);
  --r-g-edge: max(var(--r-g-start) - 4px, var(--r-f-tr, 4px), var(--r-f-br, 4px));
}
.r-page > .r-field:not(.r-wide), .r-column > .r-field:not(.r-wide), .r-control > .r-field:not(.r-wide) { align-self: stretch; }
.r-field.r-dense { --r-g-top: var(--r-f-top, 12px); --r-g-bottom: var(--r-f-bottom, 12px); }
.r-labelled:is(.r-underlined, .r-borderless) { --r-g-top: var(--r-f-top, 24px); --r-g-bottom: var(--r-f-bottom, 8px); }
.r-labelled.r-dense:is(.r-underlined, .r-borderless) { --r-g-top: var(--r-f-top, 20px); --r-g-bottom: var(--r-f-bottom, 4px); }
.r-field.r-collapsed { --r-g-top: var(--r-f-top, 0px); --r-g-bottom: var(--r-f-bottom, 0px); --r-g-start: var(--r-f-left, 0px); }
.r-field-main { flex: 1; display: flex; flex-direction: column; min-inline-size: 0; }
.r-field-box {
  flex: 1 0 auto;
  position: relative;
  display: flex;
  align-items: var(--r-f-across, center);
  padding: 0 var(--r-f-right, 16px) 0 var(--r-f-left, 16px);
  border-radius: var(--r-f-radius, 4px);
  font: 400 16px/24px var(--r-font);
  letter-spacing: 0.5px;
  cursor: var(--r-f-cursor, text);
}
.r-collapsed .r-field-box { padding: 0 var(--r-f-right, 0) 0 var(--r-f-left, 0); }
.r-underlined .r-field-box { border-radius: var(--r-f-radius, 4px 4px 0 0); }
.r-filled-in .r-field-box { background-color: var(--r-f-fill, var(--r-surfacecontainerhighest)); }
.r-field-input {
  flex: 1;
  inline-size: 100%;
  min-inline-size: 0;
  margin: 0;
  border: 0;
  padding: var(--r-g-top) 0 var(--r-g-bottom);
  background: none;
  color: var(--r-f-color, var(--r-onsurface));
  font: inherit;
  letter-spacing: inherit;
  text-align: var(--r-f-align, start);
  caret-color: var(--r-f-caret, var(--r-primary));
  cursor: inherit;
  appearance: none;
}
textarea.r-field-input {
  display: block;
  field-sizing: content;
  min-block-size: calc(var(--r-f-min, 1) * 1lh);
  max-block-size: calc(var(--r-f-max, 9999) * 1lh);
  margin: var(--r-g-top) 0 var(--r-g-bottom);
  padding: 0;
  resize: none;
}
.r-field .r-field-input:focus-visible { outline: none; }
.r-field-input::placeholder {
  color: var(--r-f-hint, var(--r-onsurfacevariant));
  font-size: var(--r-f-hint-size, inherit);
  font-weight: var(--r-f-hint-weight, inherit);
  font-style: var(--r-f-hint-style, inherit);
  opacity: 1;
}
.r-marks .r-field-input::selection { background: var(--r-f-mark); }
.r-field-outline {
  position: absolute;
  inset: 0;
  display: flex;
  border-radius: inherit;
  pointer-events: none;
}
.r-field-outline::before, .r-field-outline::after { content: ""; border: var(--r-g-width) solid var(--r-g-line); }
.r-field-outline::before {
  flex: none;
  inline-size: var(--r-g-edge);
  border-inline-end: 0;
  border-radius: var(--r-f-tl, 4px) 0 0 var(--r-f-bl, 4px);
}
.r-field-outline::after { flex: 1; border-inline-start: 0; border-radius: 0 var(--r-f-tr, 4px) var(--r-f-br, 4px) 0; }
.r-field-outline:dir(rtl)::before { border-radius: 0 var(--r-f-tr, 4px) var(--r-f-br, 4px) 0; }
.r-field-outline:dir(rtl)::after { border-radius: var(--r-f-tl, 4px) 0 0 var(--r-f-bl, 4px); }
.r-field-notch {
  flex: none;
  max-inline-size: calc(75% - 12px - var(--r-g-icon));
  border: solid var(--r-g-line);
  border-width: var(--r-g-lid, var(--r-g-width)) 0 var(--r-g-width);
}
.r-labelled .r-field-notch { padding: calc(var(--r-g-width) - var(--r-g-lid)) 4px 0; }
.r-underlined .r-field-outline { border-radius: 0; border-block-end: var(--r-g-width) solid var(--r-g-line); }
:is(.r-underlined, .r-borderless) .r-field-outline::after,
:is(.r-underlined, .r-borderless) .r-field-outline::before,
:is(.r-underlined, .r-borderless) .r-field-notch.r-field-notch { border: 0; }
:is(.r-underlined, .r-borderless) .r-field-notch { padding-block-start: 0; }
.r-collapsed .r-field-outline { display: none; }
.r-field-label {
  display: block;
  margin-block-start: calc(-8px - var(--r-g-half));
  overflow: hidden;
  color: var(--r-g-label);
  font: 400 12px/16px var(--r-font);
  letter-spacing: 0.4px;
  text-overflow: ellipsis;
  white-space: nowrap;
  transform: translate(var(--r-g-x, 0px), var(--r-g-y, 0px)) scale(var(--r-g-scale, 1));
  transform-origin: left center;
  transition: transform 150ms cubic-bezier(0.2, 0, 0, 1), color 150ms;
}
.r-field-label:dir(rtl) { transform-origin: right center; }
:is(.r-underlined, .r-borderless) .r-field-label { margin-block-start: -8px; }
.r-labelled { --r-g-lid: 0px; }
:is(.r-underlined, .r-borderless) {
  --r-g-half: 0px;
  --r-g-x: calc(var(--r-g-icon) * var(--r-g-dir));
  --r-g-y: calc(var(--r-g-top) - 8px);
}
.r-labelled .r-field-box:not(:has(> .r-field-input:is(:focus, :not(:placeholder-shown)))) {
  --r-g-lid: var(--r-g-width);
  --r-g-affix: 0;
  --r-g-x: calc((var(--r-g-icon) + var(--r-g-start) - 4px - var(--r-g-edge)) * var(--r-g-dir));
  --r-g-y: calc((var(--r-g-top) + var(--r-g-bottom)) / 2 + 12px - var(--r-g-half));
  --r-g-scale: 1.3333;
}
.r-labelled .r-field-input:not(:focus)::placeholder { opacity: 0; }
.r-field-prefix, .r-field-suffix {
  flex: none;
  max-inline-size: 50%;
  padding: var(--r-g-top) 0 var(--r-g-bottom);
  color: var(--r-onsurfacevariant);
  white-space: pre;
  opacity: var(--r-g-affix, 1);
  transition: opacity 150ms;
}
.r-field-prefixicon, .r-field-suffixicon {
  flex: none;
  align-self: center;
  display: flex;
  justify-content: center;
  min-inline-size: 48px;
  color: var(--r-onsurfacevariant);
}
.r-field-prefixicon { margin-inline: calc(-1 * var(--r-g-start)) 4px; }
.r-field:has(> .r-field-main > .r-field-box > .r-field-prefixicon) { --r-g-icon: 36px; }
.r-field-suffixicon { margin-inline: 4px -16px; }
.r-field-icon {
  flex: none;
  align-self: flex-start;
  display: flex;
  align-items: center;
  min-block-size: 56px;
  margin-inline-end: 16px;
  color: var(--r-onsurfacevariant);
}
.r-field-foot {
  display: flex;
  gap: 16px;
  padding: 4px 16px 0;
  color: var(--r-onsurfacevariant);
  font: 400 12px/16px var(--r-font);
  letter-spacing: 0.4px;
}
.r-field-foot:empty { display: none; }
.r-field-helper, .r-field-error {
  flex: 1;
  min-inline-size: 0;
  overflow: hidden;
  overflow-wrap: anywhere;
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: var(--r-f-helper-lines, none);
}
.r-field-error { color: var(--r-error); -webkit-line-clamp: var(--r-f-error-lines, none); }
.r-wrong .r-field-helper { display: none; }
.r-field-counter { flex: none; margin-inline-start: auto; }
:is(.r-underlined, .r-borderless).r-field { --r-g-line: var(--r-f-line, var(--r-onsurfacevariant)); }
@media (hover: hover) {
  .r-field:has(> .r-field-main > .r-field-box:hover) { --r-g-line: var(--r-f-line, var(--r-onsurface)); }
  .r-filled-in .r-field-box:hover:not(:has(> .r-field-input:focus)) {
    background-image: linear-gradient(0deg, var(--r-f-hover, color-mix(in srgb, var(--r-onsurface) 8%, transparent)) 100%, transparent 0);
  }
}
.r-field.r-field:has(> .r-field-main > .r-field-box > .r-field-input:focus) {
  --r-g-line: var(--r-f-line-focus, var(--r-primary));
  --r-g-width: var(--r-f-width-focus, 2px);
  --r-g-label: var(--r-primary);
}
.r-field-input:focus { color: var(--r-f-color-focus, var(--r-f-color, var(--r-onsurface))); }
.r-filled-in .r-field-box:has(> .r-field-input:focus) { background-color: var(--r-f-fill-focus, var(--r-f-fill, var(--r-surfacecontainerhighest))); }
.r-field.r-wrong.r-wrong.r-wrong { --r-g-line: var(--r-error); --r-g-label: var(--r-error); }
.r-wrong .r-field-input { caret-color: var(--r-f-caret-wrong, var(--r-error)); }
.r-field.r-off.r-off.r-off {
  --r-g-line: color-mix(in srgb, var(--r-onsurface) 12%, transparent);
  --r-g-label: color-mix(in srgb, var(--r-onsurface) 38%, transparent);
}
.r-off .r-field-box { --r-onsurfacevariant: color-mix(in srgb, var(--r-onsurface) 38%, transparent); cursor: default; }
.r-off .r-field-input { color: color-mix(in srgb, var(--r-onsurface) 38%, transparent); -webkit-text-fill-color: currentColor; opacity: 1; }
.r-off .r-field-foot { color: color-mix(in srgb, var(--r-onsurface) 38%, transparent); }
.r-off.r-filled-in .r-field-box { background-color: color-mix(in srgb, var(--r-onsurface) 4%, transparent); }
@media (forced-colors: active) {
  .r-field { --r-g-line: ButtonText; --r-g-label: CanvasText; }
  .r-field.r-field:has(> .r-field-main > .r-field-box > .r-field-input:focus) { --r-g-line: Highlight; }
  .r-field.r-off.r-off.r-off { --r-g-line: GrayText; --r-g-label: GrayText; }
  .r-off .r-field-input { color: GrayText; }
}
`;
