import type { Read } from "../../../controls/control-props.ts";
import type { MenuBarProps } from "../../../controls/menu-bar/menu-bar.ts";
import { adopt, css, element } from "../../dom/css.ts";
import { setTabStop } from "../../input/roving.ts";
import { itemsOf } from "../../parts/menu.ts";
import { setMenuStyleByState } from "../../parts/menu-style.ts";
import "../../parts/menu-surface.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { pressMenuKey } from "./open-menus.ts";

function restyle(view: View<MenuBarProps<Read>>): void {
  setMenuStyleByState(view.root, view.props.style, view.isDisabled, () => restyle(view));
}

/** A row of menus. */
export const renderer: Renderer<MenuBarProps<Read>> = {
  create() {
    const root = element("div", "r-menu-surface r-menu-bar");
    root.role = "menubar";
    root.addEventListener("keydown", pressMenuKey);
    root.addEventListener("focusin", ({ target }) => {
      const items = itemsOf(root);
      const item = items.find((one) => one === target);
      if (item !== undefined) setTabStop(items, item);
    });
    return { root };
  },
  childrenChanged({ root }) {
    // Wait until the items are in the page.
    queueMicrotask(() => {
      const items = itemsOf(root);
      setTabStop(items, items.find(({ tabIndex }) => tabIndex === 0) ?? items[0]);
    });
  },
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
