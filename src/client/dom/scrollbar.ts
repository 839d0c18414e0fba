import { adopt, css } from "./css.ts";

/** Styles of the app's scrollbars, as far as browsers support them. */
adopt(css`
.r-scrollbar::-webkit-scrollbar { inline-size: var(--r-bar); block-size: var(--r-bar); }
.r-scrollbar::-webkit-scrollbar-thumb {
  border-radius: var(--r-bar-radius, 999px);
  background: color-mix(in srgb, var(--r-onsurface) 40%, transparent);
}
.r-scrollbar::-webkit-scrollbar-thumb:hover { background: color-mix(in srgb, var(--r-onsurface) 60%, transparent); }
.r-scrollbar::-webkit-scrollbar-track { background: transparent; }
.r-scrollbar-track::-webkit-scrollbar-track { background: var(--r-surfacecontainerhighest); }
.r-scrollbar-autohide:not(:hover, :focus-within)::-webkit-scrollbar-thumb { background: transparent; }
`);
