import type { Read } from "../../controls/control-props.ts";
import type { IconButtonProps } from "../../controls/icon-button/icon-button.ts";
import { setAttribute } from "../dom/css.ts";
import { describeFocusTarget } from "../input/focus-target.ts";
import type { Parts } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";

/**
 * Sets the accessible name of an element that may be only an icon: its tooltip, otherwise the name of its icon. If the
 * element is named by its content, the tooltip is a description. Setter of every property that affects the name.
 */
export function labelIcon(
  view: View<Pick<IconButtonProps<Read>, "icon" | "tooltip">, Parts>,
  target: HTMLElement,
  isNamed: boolean,
): void {
  const { icon } = view.props;
  describeFocusTarget(view, target);
  if (isNamed) return target.removeAttribute("aria-label");
  const name = typeof icon === "string" ? icon.replace(/^cupertino_|_(outlined|rounded|sharp)$/g, "") : null;
  setAttribute(target, "aria-label", target.getAttribute("aria-description") ?? name?.replaceAll("_", " "));
  target.removeAttribute("aria-description");
}
