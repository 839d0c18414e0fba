import { element } from "../dom/css.ts";
import type { View } from "../rendering/view.ts";

/** Shows the error of a `build()` that threw, in a box inside the control. Removes the box when there is no error. */
export function showError(view: View): void {
  const error = (view.props as { $error?: { id: string; path?: string; message?: string } }).$error;
  view.root.querySelector(":scope > .r-error")?.remove();
  if (error === undefined) return;
  const box = element("div", "r-error");
  box.role = "alert";
  box.textContent =
    error.message === undefined
      ? `This part could not be shown (${error.id}).`
      : `${error.path}: ${error.message} (${error.id})`;
  view.root.prepend(box);
}
