import type { Read } from "../../../controls/control-props.ts";
import type { SubmenuButtonProps } from "../../../controls/menu-bar/submenu-button.ts";
import { adopt, css, element } from "../../dom/css.ts";
import { inFull, toText } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import { describeFocusTarget } from "../../input/focus-target.ts";
import { listenForFocus } from "../../input/gestures.ts";
import { watchHover } from "../../input/hovering.ts";
import { Popup } from "../../input/popup.ts";
import { setButtonStyle } from "../../parts/button-style.ts";
import { holderOf, makeMenu } from "../../parts/menu.ts";
import { setMenuStyleByState } from "../../parts/menu-style.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { type MenuItemParts, makeMenuItem, showPlace } from "./menu-item.ts";
import { addMenu, enterMenu, hoverItem, openAlone, pressMenuKey } from "./open-menus.ts";

interface SubmenuParts extends Parts, MenuItemParts {
  readonly menu: HTMLElement;
  readonly popup: Popup;
}

type SubmenuView = View<SubmenuButtonProps<Read>, SubmenuParts>;

function restyle(view: SubmenuView): void {
  setButtonStyle({ root: view.parts.press, isDisabled: view.isDisabled }, view.props.style ?? {}, () => restyle(view));
}

function restyleMenu(view: SubmenuView): void {
  setMenuStyleByState(view.parts.menu, view.props.menuStyle, view.isDisabled, () => restyleMenu(view));
}

/** Shows an arrow if the button is inside a menu, as a sign that it opens another menu. */
function setArrow({ parts, children, parent }: SubmenuView): void {
  const isInMenu = parent?.type === "SubmenuButton";
  setIcon(parts.trailing, isInMenu && !children.has("trailing") ? "arrow_right" : null);
}

/** Opens or closes the menu. Without a pointer, its first item gets the focus. */
function press({ parts: { popup, press } }: SubmenuView, byPointer: boolean): void {
  if (popup.isOpen) popup.close();
  else if (byPointer) openAlone(press);
  else enterMenu(press);
}

/** A button that opens a menu in a bar, or in a menu. */
export const renderer: Renderer<SubmenuButtonProps<Read>, SubmenuParts> = {
  create(view) {
    const root = element("div", "r-submenu-button");
    root.role = "none";
    const parts = makeMenuItem(view);
    const menu = makeMenu();
    parts.press.ariaHasPopup = "menu";
    parts.press.ariaExpanded = "false";
    root.append(parts.press, menu);
    const popup = new Popup(menu, {
      anchor: parts.press,
      side: () =>
        inFull(view.props.menuStyle?.alignment) ?? (holderOf(root)?.matches(".r-menu") === true ? "beside" : "under"),
      offset: () => view.props.alignmentOffset,
      opened() {
        parts.press.ariaExpanded = "true";
        view.emit("open");
      },
      closed() {
        parts.press.ariaExpanded = "false";
        view.emit("close");
      },
    });
    addMenu(parts.press, popup);
    parts.press.addEventListener("click", (click) => {
      click.stopPropagation();
      press(view, click.detail > 0);
    });
    menu.addEventListener("click", (click) => click.stopPropagation());
    root.addEventListener("keydown", pressMenuKey);
    watchHover(view, parts.press, (isOver) => {
      view.emit("hover", isOver);
      if (isOver && !view.isDisabled) hoverItem(parts.press, true);
    });
    setArrow({ parts, children: view.children, parent: view.parent } as SubmenuView);
    return { root, ...parts, menu, popup };
  },
  slot: ({ parts }, name) =>
    name === "controls"
      ? parts.menu
      : name === "leading"
        ? parts.leading
        : name === "trailing"
          ? parts.trailing
          : parts.label,
  childrenChanged: setArrow,
  disabled(view, isDisabled) {
    view.parts.press.disabled = isDisabled;
    if (isDisabled) view.parts.popup.close();
    restyle(view);
  },
  moved(view) {
    showPlace(view, view.parts.press);
    setArrow(view);
  },
  destroy: ({ parts }) => parts.popup.close(),
  props: {
    content({ parts, props }) {
      parts.text.data = toText(props.content);
    },
    style: restyle,
    menuStyle: restyleMenu,
    clipBehavior: ({ parts, props }) =>
      void parts.menu.classList.toggle("r-menu-unclipped", props.clipBehavior === "none"),
    tooltip: (view) => describeFocusTarget(view, view.parts.press),
    onFocus: listenForFocus,
    onBlur: listenForFocus,
  },
};

adopt(css`
.r-submenu-button { display: flex; min-inline-size: 0; }
`);
