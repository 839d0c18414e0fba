import type { Read } from "../../../controls/control-props.ts";
import type { PopupMenuItemProps } from "../../../controls/menu/popup-menu-item.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { toText } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import { setButtonStyle } from "../../parts/button-style.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface ItemParts extends Parts {
  readonly root: HTMLButtonElement;
  readonly check: HTMLElement;
  readonly icon: HTMLElement;
  readonly label: HTMLElement;
  readonly text: Text;
}

type ItemView = View<PopupMenuItemProps<Read>, ItemParts>;

function restyle(view: ItemView): void {
  const { labelTextStyle, padding, mouseCursor } = view.props;
  const style = {
    textStyle: labelTextStyle ?? undefined,
    padding: padding ?? undefined,
    mouseCursor: mouseCursor ?? undefined,
  };
  setButtonStyle(view, style, () => restyle(view));
}

/** Makes the item an action, a checkable item, or a separator line. */
function setKind({ parts, props, children, isDisabled }: ItemView): void {
  const { root, check } = parts;
  const isLine = props.content == null && props.icon == null && children.size === 0;
  const isTicked = props.checked === true;
  root.role = isLine ? "separator" : props.checked == null ? "menuitem" : "menuitemcheckbox";
  root.disabled = isDisabled || isLine;
  root.classList.toggle("r-popup-menu-item-divider", isLine);
  setAttribute(root, "aria-checked", props.checked == null || isLine ? null : String(isTicked));
  check.hidden = props.checked == null;
  setIcon(check, isTicked ? "check" : null);
}

/** One item of a menu. */
export const renderer: Renderer<PopupMenuItemProps<Read>, ItemParts> = {
  create(view) {
    const root = element("button", "r-press r-menu-item r-popup-menu-item");
    root.type = "button";
    root.tabIndex = -1;
    const check = element("span", "r-press-icon r-menu-icon r-popup-menu-item-check");
    const icon = element("span", "r-press-icon r-menu-icon");
    const label = element("span", "r-menu-label");
    const text = document.createTextNode("");
    label.append(text);
    root.append(check, icon, label);
    root.addEventListener("click", () => {
      const { checked } = view.props;
      view.emit("click", checked == null ? undefined : !checked);
    });
    return { root, check, icon, label, text };
  },
  slot: ({ parts }, name) => (name === "icon" ? parts.icon : parts.label),
  childrenChanged: setKind,
  disabled(view) {
    setKind(view);
    restyle(view);
  },
  props: {
    content(view) {
      view.parts.text.data = toText(view.props.content);
      setKind(view);
    },
    icon(view) {
      setIcon(view.parts.icon, view.props.icon);
      setKind(view);
    },
    checked: setKind,
    // The default of `height` is not neutral, so this setter is always called. It also makes an item without content a
    // separator line.
    height(view) {
      const { height } = view.props;
      setStyle(view.root, "--r-i-height", height === 48 ? null : `${height ?? 0}px`);
      setKind(view);
    },
    // The base setter of these properties also sets `height`, which is only a minimum here. The item ignores the other
    // layout properties anyway.
    ...({ width() {}, aspectRatio() {} } as object),
    padding: restyle,
    labelTextStyle: restyle,
    mouseCursor: restyle,
  },
};

adopt(css`
.r-popup-menu-item.r-popup-menu-item { min-block-size: calc(var(--r-i-height, 48px) - var(--r-b-less, 0px)); }
.r-root .r-popup-menu-item-check { display: inline-flex; inline-size: 24px; min-block-size: 24px; color: inherit; }
.r-popup-menu-item.r-popup-menu-item-divider { min-block-size: 0; padding: 0; margin-block: 8px; border-block-start: 1px solid var(--r-outlinevariant); cursor: default; }
`);
