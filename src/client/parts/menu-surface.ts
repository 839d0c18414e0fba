import { adopt, css } from "../dom/css.ts";

/**
 * Surface of menus, menu bars and the lists that fields open. A nested menu resets the variables, so that it does not
 * inherit them.
 */
adopt(css`
.r-menu-surface {
  --r-m-bgcolor: initial;
  --r-m-shadow: initial;
  --r-m-padding: initial;
  --r-m-radius: initial;
  --r-m-side: initial;
  --r-m-cursor: initial;
  --r-m-less: initial;
  --r-m-min-width: initial;
  --r-m-max-width: initial;
  --r-m-min-height: initial;
  --r-m-max-height: initial;
  border: var(--r-m-side, 0);
  border-radius: var(--r-m-radius, 4px);
  background: var(--r-m-bgcolor, var(--r-surfacecontainer));
  box-shadow: var(--r-m-shadow, 0 2px 6px 2px color-mix(in srgb, var(--r-shadow) 15%, transparent), 0 1px 2px 0 color-mix(in srgb, var(--r-shadow) 30%, transparent));
  cursor: var(--r-m-cursor, default);
}
.r-menu {
  min-inline-size: max(var(--r-popup-width, 0px), min(var(--r-m-min-width, 112px), 100vw - 16px));
  max-inline-size: min(var(--r-m-max-width, var(--r-m-usual, 100vw)), 100vw - 16px);
  min-block-size: min(var(--r-m-min-height, 0px), var(--r-popup-room, 100vh));
  max-block-size: min(var(--r-m-max-height, 100vh), var(--r-popup-room, 100vh));
}
@media (forced-colors: active) {
  .r-menu-surface { border: 1px solid CanvasText; }
}
`);
