import type { IconButtonProps } from "../controls/icon-button.ts";
import type { Read } from "../core/control-props.ts";
import { setAttribute } from "./css.ts";
import { describeInside } from "./inner.ts";
import type { Parts } from "./renderer.ts";
import type { View } from "./view.ts";

/**
 * What a screen reader says of something that may be only an icon: its tooltip or, without one, what its icon is
 * called. Of what is named by its content, the tooltip is a description. The setter of all that counts for it.
 */
export function labelIcon(
  view: View<Pick<IconButtonProps<Read>, "icon" | "tooltip">, Parts>,
  target: HTMLElement,
  isNamed: boolean,
): void {
  const { icon } = view.props;
  describeInside(view, target);
  if (isNamed) return target.removeAttribute("aria-label");
  const name = typeof icon === "string" ? icon.replace(/^cupertino_|_(outlined|rounded|sharp)$/g, "") : null;
  setAttribute(target, "aria-label", target.getAttribute("aria-description") ?? name?.replaceAll("_", " "));
  target.removeAttribute("aria-description");
}
