import type { Read } from "../../../controls/control-props.ts";
import type { PopupMenuButtonProps } from "../../../controls/menu/popup-menu-button.ts";
import type { MenuStyle } from "../../../values/menu-style.ts";
import { setAnimationStyle } from "../../dom/animation-style.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { toText } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import { Popup, type PopupEnd } from "../../input/popup.ts";
import { setButtonStyle } from "../../parts/button-style.ts";
import { labelIcon } from "../../parts/icon-label.ts";
import { itemsOf, makeMenu, moveInMenu } from "../../parts/menu.ts";
import { setMenuBounds, setMenuStyleByState } from "../../parts/menu-style.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface MenuButtonParts extends Parts {
  readonly press: HTMLButtonElement;
  readonly icon: HTMLElement;
  readonly label: HTMLElement;
  readonly text: Text;
  readonly menu: HTMLElement;
  readonly popup: Popup;
}

type MenuButtonView = View<PopupMenuButtonProps<Read>, MenuButtonParts>;

function open(view: MenuButtonView, atEnd = false): void {
  const { popup, menu } = view.parts;
  const { popupAnimationStyle } = view.props;
  setAnimationStyle(menu, "popup", popupAnimationStyle);
  setAnimationStyle(menu, "popup-end", popupAnimationStyle, true);
  menu.classList.toggle("r-popup-menu-button-fades", popupAnimationStyle != null);
  popup.open();
  itemsOf(menu)
    .at(atEnd ? -1 : 0)
    ?.focus();
}

function closed(view: MenuButtonView, end: PopupEnd): void {
  view.parts.press.ariaExpanded = "false";
  if (end !== "code") view.emit("cancel");
}

/** Handles a press on an item. The item has already emitted its own event. */
function select(view: MenuButtonView, target: Node): void {
  const items = [view.children.get("items") ?? []].flat();
  const at = items.findIndex(({ root }) => root.contains(target));
  if (at === -1) return;
  view.parts.popup.close();
  view.emit("select", at, { of: items[at]?.id });
}

function pressKey(view: MenuButtonView, event: KeyboardEvent): void {
  const { popup, menu, press } = view.parts;
  if (popup.isOpen && event.target instanceof Node && menu.contains(event.target)) {
    // Close the menu, so that Tab moves the focus on from the button.
    if (event.key === "Tab") popup.close("left");
    else moveInMenu(menu, event, "y");
  } else if (event.target === press && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    open(view, event.key === "ArrowUp");
  }
}

function restyle(view: MenuButtonView): void {
  const { style, iconColor, iconSize, padding, splashRadius } = view.props;
  const own = {
    iconColor: iconColor ?? style?.iconColor,
    iconSize: iconSize ?? style?.iconSize,
    padding: padding === 8 ? style?.padding : padding,
  };
  setStyle(view.root, "--r-b-splash", splashRadius == null ? null : `calc(50% - ${splashRadius}px)`);
  setButtonStyle({ root: view.parts.press, isDisabled: view.isDisabled }, { ...style, ...own }, () => restyle(view));
}

function restyleMenu(view: MenuButtonView): void {
  const { parts, props, isDisabled } = view;
  const style: MenuStyle = {
    bgcolor: props.bgcolor ?? undefined,
    shadowColor: props.shadowColor ?? undefined,
    elevation: props.elevation ?? undefined,
    shape: props.shape ?? undefined,
    padding: props.menuPadding ?? undefined,
  };
  setMenuStyleByState(parts.menu, style, isDisabled, () => restyleMenu(view));
  setMenuBounds(parts.menu, props.sizeConstraints);
  parts.menu.classList.toggle("r-menu-unclipped", props.clipBehavior === "none");
}

/** Shows the content or the icon, or three dots if there is neither. */
function show(view: MenuButtonView): void {
  const { parts, props, children } = view;
  const hasContent = typeof props.content === "string" || children.has("content");
  const hasIcon = children.has("icon");
  parts.text.data = toText(props.content);
  setIcon(parts.icon, hasContent || hasIcon ? null : (props.icon ?? "more_vert"));
  view.root.classList.toggle("r-popup-menu-button-content", hasContent);
  labelIcon(view, parts.press, hasContent);
}

/** A button that opens a menu. */
export const renderer: Renderer<PopupMenuButtonProps<Read>, MenuButtonParts> = {
  create(view) {
    const root = element("div", "r-press-root r-popup-menu-button");
    const press = element("button", "r-press r-popup-menu-button-press");
    press.type = "button";
    press.ariaHasPopup = "menu";
    press.ariaExpanded = "false";
    const icon = element("span", "r-press-icon");
    const label = element("span", "r-popup-menu-button-label");
    const text = document.createTextNode("");
    const menu = makeMenu();
    label.append(text);
    press.append(icon, label);
    root.append(press, menu);
    const popup = new Popup(menu, {
      anchor: press,
      side: () => view.props.menuPosition ?? "over",
      opened() {
        press.ariaExpanded = "true";
        view.emit("open");
      },
      closed: (end) => closed(view, end),
    });
    root.addEventListener("click", (click) => {
      click.stopPropagation();
      if (menu.contains(click.target as Node)) select(view, click.target as Node);
      else if (popup.isOpen) popup.close("outside");
      else open(view);
    });
    root.addEventListener("keydown", (event) => pressKey(view, event));
    return { root, press, icon, label, text, menu, popup };
  },
  slot: ({ parts }, name) => (name === "items" ? parts.menu : name === "icon" ? parts.icon : parts.label),
  childrenChanged: show,
  disabled(view, isDisabled) {
    view.parts.press.disabled = isDisabled;
    if (isDisabled) view.parts.popup.close();
    restyle(view);
  },
  destroy: ({ parts }) => parts.popup.close(),
  props: {
    content: show,
    icon: show,
    tooltip: show,
    // The default of `padding` is not neutral, so this setter is always called. It also shows the three dots of a
    // button without content and icon.
    padding(view) {
      restyle(view);
      show(view);
    },
    iconColor: restyle,
    iconSize: restyle,
    splashRadius: restyle,
    style: restyle,
    bgcolor: restyleMenu,
    shadowColor: restyleMenu,
    elevation: restyleMenu,
    shape: restyleMenu,
    menuPadding: restyleMenu,
    clipBehavior: restyleMenu,
    sizeConstraints: restyleMenu,
  },
};

adopt(css`
.r-popup-menu-button-press {
  --r-b-glyph: 24px;
  --r-b-ink: var(--r-onsurfacevariant);
  --r-b-dull: none;
  min-inline-size: calc(40px - var(--r-b-less, 0px));
  min-block-size: calc(40px - var(--r-b-less, 0px));
  padding: calc(8px - var(--r-b-less, 0px) / 2);
}
.r-popup-menu-button-press::before { inset: var(--r-b-splash, 0); }
.r-popup-menu-button-label:empty { display: none; }
.r-popup-menu-button-fades:not(:popover-open) {
  opacity: 0;
  translate: 0 -8px;
  transition-property: opacity, translate, display, overlay;
  transition-duration: var(--r-popup-end-time, 120ms);
  transition-timing-function: var(--r-popup-end-curve, ease-out);
  transition-behavior: allow-discrete;
}
.r-popup-menu-button-content > .r-popup-menu-button-press { --r-b-ink: inherit; border-radius: var(--r-b-radius, 4px); }
`);
