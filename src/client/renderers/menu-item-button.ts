import type { MenuItemButtonProps } from "../../controls/menu-item-button.ts";
import type { Read } from "../../core/control-props.ts";
import { setButtonStyle } from "../button-style.ts";
import { setAttribute } from "../css.ts";
import { listenForFocus, listenForHover } from "../gestures.ts";
import { focusWhenAttached } from "../inner.ts";
import { hoverItem, leaveMenus } from "../menu-bar.ts";
import { type MenuItemParts, makeMenuItem } from "../menu-item.ts";
import type { Parts, Renderer } from "../renderer.ts";
import { toText } from "../style.ts";
import type { View } from "../view.ts";

interface ItemParts extends Parts, MenuItemParts {}

type ItemView = View<MenuItemButtonProps<Read>, ItemParts>;

function restyle(view: ItemView): void {
  setButtonStyle(view, view.props.style ?? {}, () => restyle(view));
}

/**
 * An action in a menu.
 * @family menu-bar
 */
export const renderer: Renderer<MenuItemButtonProps<Read>, ItemParts> = {
  create(view) {
    const parts = makeMenuItem(view as View);
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
  props: {
    content({ parts, props }) {
      parts.text.data = toText(props.content);
    },
    style: restyle,
    semanticLabel: ({ root, props }) => setAttribute(root, "aria-label", props.semanticLabel),
    clipBehavior: ({ root, props }) => void root.classList.toggle("r-clipped", props.clipBehavior !== "none"),
    overflowAxis: ({ root, props }) => void root.classList.toggle("r-breaking", props.overflowAxis === "vertical"),
    autofocus({ root, props }) {
      if (props.autofocus === true) focusWhenAttached(root);
    },
    onHover: listenForHover,
    onFocus: listenForFocus,
    onBlur: listenForFocus,
  },
};
