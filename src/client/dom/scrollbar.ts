import { adopt, css } from "./css.ts";

/** Styles of the app's scrollbars, as far as browsers support them. */
adopt(css`
.r-bar::-webkit-scrollbar { inline-size: var(--r-bar); block-size: var(--r-bar); }
.r-bar::-webkit-scrollbar-thumb {
  border-radius: var(--r-bar-radius, 999px);
  background: color-mix(in srgb, var(--r-onsurface) 40%, transparent);
}
.r-bar::-webkit-scrollbar-thumb:hover { background: color-mix(in srgb, var(--r-onsurface) 60%, transparent); }
.r-bar::-webkit-scrollbar-track { background: transparent; }
.r-bar-track::-webkit-scrollbar-track { background: var(--r-surfacecontainerhighest); }
.r-bar-shy:not(:hover, :focus-within)::-webkit-scrollbar-thumb { background: transparent; }
`);
