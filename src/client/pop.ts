import type { ViewProps } from "../controls/view.ts";
import type { Read } from "../core/control-props.ts";
import type { View } from "./view.ts";

type ShownView = View<ViewProps<Read>>;

/** The View that a control stands in, if there is one that can be left. */
export function viewAround(view: View): ShownView | undefined {
  for (let at = view.parent; at !== undefined; at = at.parent) if (at.type === "View") return at as ShownView;
  return undefined;
}

/** The person wants to go back: the app is told, or asked where it wants to be. */
export function askToPop(shown: ShownView): void {
  if (shown.props.canPop === false) shown.emit("confirmPop");
  else pop(shown);
}

/** The person goes back: it is the app that takes the view away. */
export function pop(shown: ShownView): void {
  shown.parent?.emit("viewPop", shown.props.route ?? "");
}
