import { css } from "../dom/css.ts";

/**
 * Material 3's text field. The outline has three pieces, so that the middle one can open for the label. The label is
 * laid out small, and scaled up while it lies in the field. The `--r-f-…` variables come from properties; the `--r-g-…`
 * variables are computed from them.
 */
export const fieldStyles: string = css`
.r-field {
  display: flex;
  min-inline-size: 0;
  max-inline-size: 100%;
  --r-g-dir: 1;
  --r-g-side: 16px;
  --r-g-start: var(--r-f-left, var(--r-g-side));
  --r-g-edge: max(var(--r-g-start) - 4px, var(--r-f-corner, 4px));
  --r-g-icon: 0px;
  --r-g-half: calc(var(--r-g-width) / 2);
  --r-g-line: var(--r-f-line, var(--r-outline));
  --r-g-width: var(--r-f-width, 1px);
  --r-g-label: var(--r-onsurfacevariant);
  --r-g-beside: var(--r-onsurfacevariant);
  --r-g-ink: var(--r-f-color, var(--r-onsurface));
  --r-g-top: var(--r-f-top, 16px);
  --r-g-bottom: var(--r-f-bottom, 16px);
}
.r-field:dir(rtl) { --r-g-dir: -1; --r-g-start: var(--r-f-right, var(--r-g-side)); }
.r-field.r-field-dense { --r-g-top: var(--r-f-top, 12px); --r-g-bottom: var(--r-f-bottom, 12px); }
.r-field-labeled.r-field-open { --r-g-top: var(--r-f-top, 24px); --r-g-bottom: var(--r-f-bottom, 8px); }
.r-field-labeled.r-field-dense.r-field-open { --r-g-top: var(--r-f-top, 20px); --r-g-bottom: var(--r-f-bottom, 4px); }
.r-field.r-field-collapsed { --r-g-top: var(--r-f-top, 0px); --r-g-bottom: var(--r-f-bottom, 0px); --r-g-side: 0px; }
.r-field-main { flex: 1; display: flex; flex-direction: column; min-inline-size: 0; }
.r-field-box {
  flex: 1 0 auto;
  position: relative;
  display: flex;
  min-inline-size: var(--r-f-box, auto);
  align-items: var(--r-f-across, center);
  padding: 0 var(--r-f-right, var(--r-g-side)) 0 var(--r-f-left, var(--r-g-side));
  border-radius: var(--r-f-radius, 4px);
  font: 400 16px/24px var(--r-font);
  letter-spacing: 0.5px;
  cursor: var(--r-f-cursor, text);
}
.r-field-underlined .r-field-box { border-radius: var(--r-f-radius, 4px 4px 0 0); }
.r-field-filled .r-field-box { background-color: var(--r-f-fill, var(--r-surfacecontainerhighest)); }
.r-field-input {
  flex: 1;
  inline-size: 100%;
  min-inline-size: 0;
  margin: 0;
  border: 0;
  padding: var(--r-g-top) 0 var(--r-g-bottom);
  background: none;
  color: var(--r-g-ink);
  font: inherit;
  letter-spacing: inherit;
  text-align: var(--r-f-align, start);
  caret-color: var(--r-f-caret, var(--r-primary));
  cursor: inherit;
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
.r-field:not(.r-box-wide, [data-box~="x"]) textarea.r-field-input { min-inline-size: 183px; }
.r-root .r-field-input:focus-visible { outline: none; }
.r-field ::placeholder {
  color: var(--r-f-hint, var(--r-onsurfacevariant));
  font-size: var(--r-f-hint-size, inherit);
  font-weight: var(--r-f-hint-weight, inherit);
  font-style: var(--r-f-hint-style, inherit);
  opacity: 1;
}
.r-field-selection .r-field-input::selection { background: var(--r-f-mark); }
.r-field-outline {
  position: absolute;
  inset: 0;
  display: flex;
  border-radius: inherit;
  pointer-events: none;
}
.r-field-outline::before, .r-field-outline::after {
  content: "";
  border: var(--r-g-width) solid var(--r-g-line);
  border-radius: inherit;
}
.r-field-outline::before {
  flex: none;
  inline-size: var(--r-g-edge);
  border-inline-end: 0;
  border-start-end-radius: 0;
  border-end-end-radius: 0;
}
.r-field-outline::after { flex: 1; border-inline-start: 0; border-start-start-radius: 0; border-end-start-radius: 0; }
.r-field-notch {
  flex: none;
  max-inline-size: calc(75% - 12px - var(--r-g-icon));
  border: solid var(--r-g-line);
  border-width: var(--r-g-lid, var(--r-g-width)) 0 var(--r-g-width);
}
.r-field-labeled .r-field-notch { padding: calc(var(--r-g-width) - var(--r-g-lid)) 4px 0; }
.r-field-underlined .r-field-outline { border-radius: 0; border-block-end: var(--r-g-width) solid var(--r-g-line); }
.r-field-open .r-field-outline::after,
.r-field-open .r-field-outline::before,
.r-field-open .r-field-notch.r-field-notch { border: 0; }
.r-field-open .r-field-notch { padding-block-start: 0; }
.r-field-collapsed .r-field-outline { display: none; }
.r-field-label {
  display: block;
  margin-block-start: calc(-8px - var(--r-g-half));
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: pre;
  transform: translate(var(--r-g-x, 0px), var(--r-g-y, 0px)) scale(var(--r-g-scale, 1));
  transform-origin: left center;
  transition: transform 150ms cubic-bezier(0.2, 0, 0, 1);
}
.r-field-label, .r-field-foot { font: 400 12px/16px var(--r-font); letter-spacing: 0.4px; }
.r-field-label { color: var(--r-g-label); }
.r-field-icon, .r-field-prefix, .r-field-suffix, .r-field-prefixIcon, .r-field-suffixIcon, .r-field-foot {
  color: var(--r-g-beside);
}
.r-field-label:dir(rtl) { transform-origin: right center; }
.r-field-open .r-field-label { margin-block-start: -8px; }
.r-field-labeled { --r-g-lid: 0px; }
.r-field-open {
  --r-g-half: 0px;
  --r-g-x: calc(var(--r-g-icon) * var(--r-g-dir));
  --r-g-y: calc(var(--r-g-top) - 8px);
}
.r-field-labeled .r-field-box:not(:has(> .r-field-input:is(:focus, :not(:placeholder-shown, .r-dropdown-empty)))) {
  --r-g-lid: var(--r-g-width);
  --r-g-affix: 0;
  --r-g-x: calc((var(--r-g-icon) + var(--r-g-start) - 4px - var(--r-g-edge)) * var(--r-g-dir));
  --r-g-y: calc((var(--r-g-top) + var(--r-g-bottom)) / 2 + 12px - var(--r-g-half));
  --r-g-scale: 1.3333;
}
.r-field-labeled :not(:focus)::placeholder { opacity: 0; }
.r-field-prefix, .r-field-suffix {
  flex: none;
  max-inline-size: 50%;
  padding: var(--r-g-top) 0 var(--r-g-bottom);
  white-space: pre;
  opacity: var(--r-g-affix, 1);
  transition: opacity 150ms;
}
.r-field-prefixIcon, .r-field-suffixIcon {
  flex: none;
  align-self: center;
  display: flex;
  justify-content: center;
  min-inline-size: 48px;
}
.r-field-prefixIcon { margin-inline: calc(-1 * var(--r-g-start)) 4px; }
.r-field:has(.r-field-prefixIcon) { --r-g-icon: 36px; }
.r-field-suffixIcon { margin-inline: 4px -16px; }
.r-field-icon {
  flex: none;
  align-self: flex-start;
  display: flex;
  align-items: center;
  min-block-size: 56px;
  margin-inline-end: 16px;
}
.r-field-foot {
  display: flex;
  gap: 16px;
  padding: 4px 16px 0;
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
.r-field-invalid .r-field-helper { display: none; }
.r-field-counter { flex: none; margin-inline-start: auto; }
.r-field-open { --r-g-line: var(--r-f-line, var(--r-onsurfacevariant)); }
@media (hover: hover) {
  .r-field:has(.r-field-box:hover) { --r-g-line: var(--r-f-line, var(--r-onsurface)); }
  .r-field-filled .r-field-box:hover:not(:has(> .r-field-input:focus)) {
    --r-g-over: var(--r-f-hover, color-mix(in srgb, var(--r-onsurface) 8%, transparent));
    background-image: linear-gradient(var(--r-g-over), var(--r-g-over));
  }
}
.r-field:has(.r-field-input:focus) {
  --r-g-line: var(--r-f-line-focus, var(--r-primary));
  --r-g-width: var(--r-f-width-focus, 2px);
  --r-g-label: var(--r-primary);
  --r-g-ink: var(--r-f-color-focus, var(--r-onsurface));
}
.r-field-filled .r-field-box:has(> :focus) {
  background-color: var(--r-f-fill-focus, var(--r-surfacecontainerhighest));
}
.r-field-invalid.r-field-invalid.r-field-invalid { --r-g-line: var(--r-error); --r-g-label: var(--r-error); }
.r-field-invalid:not(.r-field-disabled) .r-field-suffixIcon { color: var(--r-error); }
.r-field-invalid .r-field-input { caret-color: var(--r-f-caret-wrong, var(--r-error)); }
.r-field-disabled.r-field-disabled.r-field-disabled {
  --r-g-beside: color-mix(in srgb, var(--r-onsurface) 38%, transparent);
  --r-g-ink: var(--r-g-beside);
  --r-g-label: var(--r-g-beside);
  --r-g-line: color-mix(in srgb, var(--r-onsurface) 12%, transparent);
}
.r-field-disabled .r-field-box { cursor: default; }
.r-field-disabled .r-field-input { opacity: 1; }
.r-field-disabled ::placeholder { color: inherit; }
.r-field-disabled.r-field-filled .r-field-box { background-color: color-mix(in srgb, var(--r-onsurface) 4%, transparent); }
@media (forced-colors: active) {
  .r-field { --r-g-line: ButtonText; }
  .r-field:has(.r-field-input:focus) { --r-g-line: Highlight; }
  .r-field-disabled.r-field-disabled.r-field-disabled { --r-g-beside: GrayText; --r-g-line: GrayText; }
}
`;
