import { css } from "../dom/css.ts";

/**
 * Style sheet with the light and the dark colors of Material 3's baseline scheme, and with styles that all renderers
 * share. The color variables are named like the colors on the wire. The CSS property `color-scheme` selects the light
 * or the dark colors, for the page or a part of it. Text that only screen readers read loads no font.
 */
export const theme: string = css`
.r-root {
  --r-primary: light-dark(#6750a4, #d0bcff);
  --r-onprimary: light-dark(#ffffff, #381e72);
  --r-primarycontainer: light-dark(#eaddff, #4f378b);
  --r-onprimarycontainer: light-dark(#21005d, #eaddff);
  --r-primaryfixed: #eaddff;
  --r-primaryfixeddim: #d0bcff;
  --r-onprimaryfixed: #21005d;
  --r-onprimaryfixedvariant: #4f378b;
  --r-secondary: light-dark(#625b71, #ccc2dc);
  --r-onsecondary: light-dark(#ffffff, #332d41);
  --r-secondarycontainer: light-dark(#e8def8, #4a4458);
  --r-onsecondarycontainer: light-dark(#1d192b, #e8def8);
  --r-secondaryfixed: #e8def8;
  --r-secondaryfixeddim: #ccc2dc;
  --r-onsecondaryfixed: #1d192b;
  --r-onsecondaryfixedvariant: #4a4458;
  --r-tertiary: light-dark(#7d5260, #efb8c8);
  --r-ontertiary: light-dark(#ffffff, #492532);
  --r-tertiarycontainer: light-dark(#ffd8e4, #633b48);
  --r-ontertiarycontainer: light-dark(#31111d, #ffd8e4);
  --r-tertiaryfixed: #ffd8e4;
  --r-tertiaryfixeddim: #efb8c8;
  --r-ontertiaryfixed: #31111d;
  --r-ontertiaryfixedvariant: #633b48;
  --r-error: light-dark(#b3261e, #f2b8b5);
  --r-onerror: light-dark(#ffffff, #601410);
  --r-errorcontainer: light-dark(#f9dedc, #8c1d18);
  --r-onerrorcontainer: light-dark(#410e0b, #f9dedc);
  --r-surface: light-dark(#fef7ff, #141218);
  --r-onsurface: light-dark(#1d1b20, #e6e0e9);
  --r-onsurfacevariant: light-dark(#49454f, #cac4d0);
  --r-surfacetint: light-dark(#6750a4, #d0bcff);
  --r-surfacedim: light-dark(#ded8e1, #141218);
  --r-surfacebright: light-dark(#fef7ff, #3b383e);
  --r-surfacecontainerlowest: light-dark(#ffffff, #0f0d13);
  --r-surfacecontainerlow: light-dark(#f7f2fa, #1d1b20);
  --r-surfacecontainer: light-dark(#f3edf7, #211f26);
  --r-surfacecontainerhigh: light-dark(#ece6f0, #2b2930);
  --r-surfacecontainerhighest: light-dark(#e6e0e9, #36343b);
  --r-outline: light-dark(#79747e, #938f99);
  --r-outlinevariant: light-dark(#cac4d0, #49454f);
  --r-shadow: #000000;
  --r-scrim: #000000;
  --r-inversesurface: light-dark(#322f35, #e6e0e9);
  --r-oninversesurface: light-dark(#f5eff7, #322f35);
  --r-inverseprimary: light-dark(#d0bcff, #6750a4);
  --r-font: Roboto, "Roboto Fallback", system-ui, sans-serif;
  color-scheme: light dark;
  display: flex;
  flex-direction: column;
  min-block-size: 100%;
  background: var(--r-surface);
  color: var(--r-onsurface);
  font: 400 14px/20px var(--r-font);
  letter-spacing: 0.25px;
  white-space: pre-wrap;
  -webkit-text-size-adjust: none;
  text-size-adjust: none;
}
.r-root *, .r-root ::before, .r-root ::after { box-sizing: border-box; }
.r-root [hidden] { display: none !important; }
.r-stage { flex: 1; display: flex; flex-direction: column; }
.r-root:has(> .r-stage > .r-window-light) { color-scheme: light; }
.r-root:has(> .r-stage > .r-window-dark) { color-scheme: dark; }
.r-hidden {
  font-family: serif;
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.r-root :focus-visible { outline: 3px solid var(--r-secondary); outline-offset: 2px; }
.r-error {
  display: block;
  padding: 12px 16px;
  border-radius: 8px;
  background: var(--r-errorcontainer);
  color: var(--r-onerrorcontainer);
  overflow-wrap: anywhere;
}
.r-notices {
  position: fixed;
  inset-block-end: 16px;
  inset-inline: 16px;
  z-index: 1;
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: 8px;
  pointer-events: none;
}
.r-notice {
  display: flex;
  align-items: center;
  gap: 16px;
  max-inline-size: 560px;
  min-block-size: 48px;
  padding: 10px 16px;
  border-radius: 4px;
  background: var(--r-inversesurface);
  color: var(--r-oninversesurface);
  box-shadow: 0 3px 5px rgb(0 0 0 / 0.3);
  pointer-events: auto;
  overflow-wrap: anywhere;
}
.r-notice-action {
  flex: none;
  margin-block: -4px;
  margin-inline-end: -8px;
  white-space: nowrap;
  border: 0;
  padding: 8px 12px;
  border-radius: 20px;
  background: none;
  color: var(--r-inverseprimary);
  font: 500 14px/20px var(--r-font);
  cursor: pointer;
}
.r-notice-action:focus-visible { outline-color: currentColor; outline-offset: -3px; }
.r-root-away > .r-stage { opacity: 0.6; }
.r-root-away:has(.r-page-connectionNotice > *) > .r-notices > .r-notice-waiting { display: none; }
@media (prefers-reduced-motion: reduce) {
  :where(.r-root *) { transition-property: none; }
  .r-root *, .r-root ::before, .r-root ::after { transition-duration: 1ms !important; animation-duration: 0s !important; }
}
`;
