import { css } from "../../dom/css.ts";

/**
 * Material 3's slider. The track is drawn as one gradient, from variables such as `--r-sl-at`. With two thumbs, the
 * input of the first one draws the track and the second lies on top. `::-webkit-…` and `::-moz-…` must not share a
 * rule: a browser drops a rule with a selector that it does not know.
 */
export const sliderStyles: string = css`
.r-slider {
  position: relative;
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  min-inline-size: 0;
  max-inline-size: 100%;
  padding: 0 14px;
  --r-sl-to: right;
  --r-sl-size: 20px;
  --r-sl-half: 10px;
  --r-sl-high: 20px;
  --r-sl-line: 4px;
  --r-sl-own: var(--r-sl-active, var(--r-primary));
  --r-sl-rest: var(--r-sl-inactive, var(--r-secondarycontainer));
  --r-sl-from: var(--r-sl-own) 0;
  --r-sl-tint: var(--r-sl-own);
}
.r-slider:dir(rtl) { --r-sl-to: left; }
.r-slider-input {
  appearance: none;
  grid-area: 1 / 1;
  inline-size: 100%;
  min-inline-size: 0;
  block-size: 40px;
  margin: 0;
  background: none;
  cursor: var(--r-sl-cursor, pointer);
  -webkit-tap-highlight-color: transparent;
  --r-sl-x: calc(var(--r-sl-half) + var(--r-sl-at, 0) * (100% - var(--r-sl-size)));
  --r-sl-y: calc(var(--r-sl-half) + var(--r-sl-second, var(--r-sl-at, 0)) * (100% - var(--r-sl-size)));
  --r-sl-ground: linear-gradient(
    to var(--r-sl-to),
    var(--r-sl-own) calc(var(--r-sl-x) - var(--r-sl-gap, 0px)),
    var(--r-sl-hole, var(--r-sl-own)) 0 calc(var(--r-sl-x) + var(--r-sl-gap, 0px)),
    var(--r-sl-between, color-mix(in srgb, var(--r-sl-own) 54%, var(--r-sl-rest))) 0 var(--r-sl-y),
    var(--r-sl-rest) 0
  );
  --r-sl-face: var(--r-sl-thumb, var(--r-sl-own));
}
.r-slider-two > .r-slider-input {
  --r-sl-z: calc(var(--r-sl-half) + var(--r-sl-end, 1) * (100% - var(--r-sl-size)));
  --r-sl-ground: linear-gradient(
    to var(--r-sl-to),
    var(--r-sl-rest) var(--r-sl-x),
    var(--r-sl-own) 0 var(--r-sl-z),
    var(--r-sl-rest) 0
  );
}
.r-slider-divided > .r-slider-input {
  --r-sl-dot: color-mix(in srgb, var(--r-surface), var(--r-onsurface)) 1px, transparent 1.5px;
  --r-sl-tiles: var(--r-sl-half) 0 / calc((100% - var(--r-sl-size)) / var(--r-sl-parts)) 100%;
  --r-sl-dots:
    radial-gradient(circle at 0, var(--r-sl-dot)) var(--r-sl-tiles),
    radial-gradient(circle at 100%, var(--r-sl-dot)) var(--r-sl-tiles),
    none;
}
.r-slider-two > :not(:first-child) { --r-sl-ground: none; --r-sl-dots: none; }
.r-slider-own > .r-slider-input { pointer-events: none; }
.r-slider-own { touch-action: pan-y; cursor: var(--r-sl-cursor, pointer); }
.r-slider-input::-webkit-slider-runnable-track {
  box-sizing: border-box;
  block-size: var(--r-sl-line);
  border-radius: calc(var(--r-sl-line) / 2);
  background: var(--r-sl-dots, none), var(--r-sl-ground);
}
.r-slider-input::-moz-range-track {
  block-size: var(--r-sl-line);
  border-radius: calc(var(--r-sl-line) / 2);
  background: var(--r-sl-dots, none), var(--r-sl-ground);
}
.r-slider-input::-webkit-slider-thumb {
  appearance: none;
  box-sizing: border-box;
  inline-size: var(--r-sl-size);
  block-size: var(--r-sl-high);
  margin-block-start: calc((var(--r-sl-line) - var(--r-sl-high)) / 2);
  border: 0;
  border-radius: calc(var(--r-sl-size) / 2);
  background: var(--r-sl-face);
  box-shadow: 0 0 0 10px var(--r-sl-halo, transparent);
  transition: box-shadow 150ms;
}
.r-slider-input::-moz-range-thumb {
  box-sizing: border-box;
  inline-size: var(--r-sl-size);
  block-size: var(--r-sl-high);
  border: 0;
  border-radius: calc(var(--r-sl-size) / 2);
  background: var(--r-sl-face);
  box-shadow: 0 0 0 10px var(--r-sl-halo, transparent);
  transition: box-shadow 150ms;
}
@media (hover: hover) {
  .r-slider:hover > .r-slider-input { --r-sl-halo: var(--r-sl-over, color-mix(in srgb, var(--r-sl-tint) 8%, transparent)); }
  .r-slider-two:hover > .r-slider-input { --r-sl-halo: transparent; }
}
.r-root .r-slider-input.r-slider-input:focus-visible {
  outline: none;
  --r-sl-halo: var(--r-sl-over, color-mix(in srgb, var(--r-sl-tint) 16%, transparent));
}
.r-slider-input:focus-visible::-webkit-slider-thumb { outline: 3px solid var(--r-secondary); outline-offset: 2px; }
.r-slider-input:focus-visible::-moz-range-thumb { outline: 3px solid var(--r-secondary); outline-offset: 2px; }
.r-slider:active > .r-slider-input:focus { --r-sl-halo: var(--r-sl-over, color-mix(in srgb, var(--r-sl-tint) 12%, transparent)); }
.r-slider:active > .r-slider-input:focus::-webkit-slider-thumb { outline: none; }
.r-slider:active > .r-slider-input:focus::-moz-range-thumb { outline: none; }
.r-slider-thick {
  --r-sl-size: 4px;
  --r-sl-half: 2px;
  --r-sl-high: 44px;
  --r-sl-line: 16px;
}
.r-slider-thick > .r-slider-input { --r-sl-gap: 8px; --r-sl-hole: transparent; --r-sl-halo: transparent !important; block-size: 44px; }
.r-slider-tip {
  grid-area: 1 / 1;
  position: absolute;
  z-index: 1;
  inset-block-end: calc(100% + 2px);
  inset-inline-start: calc(var(--r-sl-half) + var(--r-sl-tip-at, 0) * (100% - var(--r-sl-size)));
  padding: 6px 12px;
  border-radius: 16px;
  background: var(--r-inversesurface);
  color: var(--r-oninversesurface);
  font: 500 12px/16px var(--r-font);
  white-space: pre;
  translate: -50% 0;
  opacity: 0;
  scale: 0.6;
  transform-origin: 50% 100%;
  transition: opacity 100ms, scale 100ms;
  pointer-events: none;
}
.r-slider:dir(rtl) > .r-slider-tip { translate: 50% 0; }
.r-slider-tip-0 { --r-sl-tip-at: var(--r-sl-at, 0); }
.r-slider-tip-1 { --r-sl-tip-at: var(--r-sl-end, 1); }
.r-slider-input:focus-visible + .r-slider-tip, .r-slider:active > .r-slider-input:focus + .r-slider-tip { opacity: 1; scale: 1; }
.r-slider.r-slider-disabled {
  --r-sl-own: color-mix(in srgb, var(--r-onsurface) 38%, var(--r-surface));
  --r-sl-rest: color-mix(in srgb, var(--r-onsurface) 12%, transparent);
}
.r-slider-disabled > .r-slider-input.r-slider-input { cursor: var(--r-sl-cursor, default); --r-sl-halo: transparent; }
@media (pointer: coarse) {
  .r-slider-input { block-size: 48px; }
}
@media (forced-colors: active) {
  .r-slider-input { forced-color-adjust: none; }
  .r-slider { --r-sl-own: Highlight; --r-sl-rest: ButtonText; }
  .r-slider.r-slider-disabled { --r-sl-own: GrayText; --r-sl-rest: GrayText; }
}
`;
