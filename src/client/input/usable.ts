import { afterUpdate } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

/** Returns whether a control can be used: it is on the page, and it and all controls around it are visible and enabled. */
export function isUsable(view: View): boolean {
  if (view.isDisabled) return false;
  let at = view;
  for (;;) {
    if ((at.props as { readonly visible?: boolean }).visible === false) return false;
    if (at.parent === undefined) return isPage(at);
    at = at.parent;
  }
}

/**
 * Calls `changed` after an update that hides, disables, removes, shows or enables the control. The server has ended
 * what was going on there, so it must be forgotten here. Returns a function that stops watching.
 */
export function watchUsable(view: View, changed: (isUsable: boolean) => void): () => void {
  let before = isUsable(view);
  const check = (): void => {
    const now = isUsable(view);
    if (isRemoved(view)) afterUpdate.delete(check);
    if (now === before) return;
    before = now;
    changed(now);
  };
  afterUpdate.add(check);
  return () => afterUpdate.delete(check);
}

function isRemoved(view: View): boolean {
  let top = view;
  while (top.parent !== undefined) top = top.parent;
  return !isPage(top) || !top.root.isConnected;
}

function isPage(view: View): boolean {
  return view.type === "Page";
}
