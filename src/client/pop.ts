import type { ViewProps } from "../controls/view.ts";
import type { Read } from "../core/control-props.ts";
import type { View } from "./view.ts";

type ShownView = View<ViewProps<Read>>;

/** Returns the View around a control, if there is one. */
export function viewAround(view: View): ShownView | undefined {
  for (let at = view.parent; at !== undefined; at = at.parent) if (at.type === "View") return at as ShownView;
  return undefined;
}

/** Handles a request of the person to go back. If `canPop` is false, the app is asked first. */
export function askToPop(shown: ShownView): void {
  if (shown.props.canPop === false) shown.emit("confirmPop");
  else pop(shown);
}

/** Reports that the person goes back. The app removes the view. */
export function pop(shown: ShownView): void {
  shown.parent?.emit("viewPop", shown.props.route ?? "");
}
