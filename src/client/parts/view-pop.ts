import type { Read } from "../../controls/control-props.ts";
import type { ViewProps } from "../../controls/view/view.ts";
import type { View } from "../rendering/view.ts";

type PoppableView = View<ViewProps<Read>>;

/** Event by which a View informs its bars that it became a dialog, or is none any more. */
export const DIALOG = "r-dialog";

/** Returns the View around a control, if there is one. */
export function enclosingView(view: View): PoppableView | undefined {
  for (let at = view.parent; at !== undefined; at = at.parent) if (at.type === "View") return at as PoppableView;
  return undefined;
}

/** Handles a request of the person to go back. If `canPop` is false, the app is asked first. */
export function requestPop(shown: PoppableView): void {
  if (shown.props.canPop === false) shown.emit("confirmPop");
  else popView(shown);
}

/** Reports that the person goes back. The app removes the view. */
export function popView(shown: PoppableView): void {
  shown.parent?.emit("viewPop", shown.props.route ?? "");
}
