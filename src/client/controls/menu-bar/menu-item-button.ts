import type { Read } from "../../../controls/control-props.ts";
import type { MenuItemButtonProps } from "../../../controls/menu-bar/menu-item-button.ts";
import { setAttribute } from "../../dom/css.ts";
import { toText } from "../../dom/css-values.ts";
import { focusWhenAttached } from "../../input/focus-target.ts";
import { listenForFocus, listenForHover } from "../../input/gestures.ts";
import { setButtonStyle } from "../../parts/button-style.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { type MenuItemParts, makeMenuItem, showPlace } from "./menu-item.ts";
import { hoverItem, leaveMenus } from "./open-menus.ts";

interface ItemParts extends Parts, MenuItemParts {}

type ItemView = View<MenuItemButtonProps<Read>, ItemParts>;

function restyle(view: ItemView): void {
  setButtonStyle(view, view.props.style ?? {}, () => restyle(view));
}

/** An action in a menu. */
export const renderer: Renderer<MenuItemButtonProps<Read>, ItemParts> = {
  create(view) {
    const parts = makeMenuItem(view);
    const root = parts.press;
    root.addEventListener("click", (click) => {
      click.stopPropagation();
      view.emit("click");
      if (view.props.closeOnClick === true) leaveMenus(root);
    });
    root.addEventListener("pointerenter", ({ pointerType }) => {
      if (pointerType !== "touch" && !view.isDisabled) hoverItem(root, view.props.focusOnHover === true);
    });
    return { root, ...parts };
  },
  slot: ({ parts }, name) => (name === "leading" ? parts.leading : name === "trailing" ? parts.trailing : parts.label),
  disabled(view, isDisabled) {
    view.parts.press.disabled = isDisabled;
    restyle(view);
  },
  moved: (view) => showPlace(view, view.parts.press),
  props: {
    content({ parts, props }) {
      parts.text.data = toText(props.content);
    },
    style: restyle,
    semanticLabel: ({ root, props }) => setAttribute(root, "aria-label", props.semanticLabel),
    clipBehavior: ({ root, props }) => void root.classList.toggle("r-press-clipped", props.clipBehavior !== "none"),
    overflowAxis: ({ root, props }) =>
      void root.classList.toggle("r-menu-bar-item-wraps", props.overflowAxis === "vertical"),
    autofocus({ root, props }) {
      if (props.autofocus === true) focusWhenAttached(root);
    },
    onHover: listenForHover,
    onFocus: listenForFocus,
    onBlur: listenForFocus,
  },
};
