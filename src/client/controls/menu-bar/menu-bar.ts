import type { Read } from "../../../controls/control-props.ts";
import type { MenuBarProps } from "../../../controls/menu-bar/menu-bar.ts";
import { adopt, css, element } from "../../dom/css.ts";
import { setTabStop } from "../../input/roving.ts";
import { holderOf, itemsOf } from "../../parts/menu.ts";
import { setMenuStyleByState } from "../../parts/menu-style.ts";
import "../../parts/menu-surface.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { pressMenuKey } from "./open-menus.ts";

function restyle(view: View<MenuBarProps<Read>>): void {
  setMenuStyleByState(view.root, view.props.style, view.isDisabled, () => restyle(view));
}

/** Lets Tab reach one item of the bar: the one that it reached before, as long as that can be used. */
function resetTabStop(root: HTMLElement): void {
  const all = [...root.querySelectorAll<HTMLButtonElement>(".r-menu-item")].filter((item) => holderOf(item) === root);
  // The bar itself may be hidden now and shown later.
  const usable = all.filter((item) => !item.disabled && !isInside(root, item.closest("[hidden]")));
  setTabStop(all, usable.find(({ tabIndex }) => tabIndex === 0) ?? usable[0]);
}

function isInside(root: Element, other: Element | null): boolean {
  return other !== root && root.contains(other);
}

/** A row of menus. */
export const renderer: Renderer<MenuBarProps<Read>> = {
  create() {
    const root = element("div", "r-menu-surface r-menu-bar");
    // Also inside controls of the app's own, which know nothing of the bar.
    new MutationObserver(() => resetTabStop(root)).observe(root, {
      subtree: true,
      attributeFilter: ["hidden", "disabled"],
    });
    root.role = "menubar";
    root.addEventListener("keydown", pressMenuKey);
    root.addEventListener("focusin", ({ target }) => {
      const items = itemsOf(root);
      const item = items.find((one) => one === target);
      if (item !== undefined) setTabStop(items, item);
    });
    return { root };
  },
  // Wait until the items are in the page.
  childrenChanged: ({ root }) => queueMicrotask(() => resetTabStop(root)),
  disabled: restyle,
  props: {
    style: restyle,
    clipBehavior: ({ root, props }) => void root.classList.toggle("r-menu-bar-clipped", props.clipBehavior !== "none"),
  },
};

adopt(css`
.r-menu-bar {
  --r-b-less: var(--r-m-less, 0px);
  display: inline-flex;
  flex-shrink: 0;
  align-self: flex-start;
  max-inline-size: min(var(--r-m-max-width, 100%), 100%);
  min-inline-size: var(--r-m-min-width, 0);
  min-block-size: var(--r-m-min-height, 0);
  max-block-size: var(--r-m-max-height, none);
  padding: var(--r-m-padding, 0 4px);
}
.r-menu-bar.r-menu-bar-clipped { overflow: clip; }
`);
