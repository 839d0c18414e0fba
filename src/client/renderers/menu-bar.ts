import type { MenuBarProps } from "../../controls/menu-bar.ts";
import type { Read } from "../../core/control-props.ts";
import { adopt, css, element } from "../css.ts";
import { itemsOf } from "../menu.ts";
import { pressMenuKey } from "../menu-bar.ts";
import { setMenuStyleByState } from "../menu-style.ts";
import type { Renderer } from "../renderer.ts";
import { setTabStop } from "../roving.ts";
import type { View } from "../view.ts";

function restyle(view: View<MenuBarProps<Read>>): void {
  setMenuStyleByState(view.root, view.props.style, view.isDisabled, () => restyle(view));
}

/**
 * A row of menus.
 * @family menu-bar
 */
export const renderer: Renderer<MenuBarProps<Read>> = {
  create() {
    const root = element("div", "r-menu-bar");
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
    clipBehavior: ({ root, props }) => void root.classList.toggle("r-clipped", props.clipBehavior !== "none"),
  },
};

adopt(css`
.r-menu-bar {
  display: inline-flex;
  flex-shrink: 0;
  align-self: flex-start;
  max-inline-size: min(var(--r-m-max-width, 100%), 100%);
  min-inline-size: var(--r-m-min-width, 0);
  min-block-size: var(--r-m-min-height, 0);
  max-block-size: var(--r-m-max-height, none);
  padding: var(--r-m-padding, 0 4px);
}
.r-menu-bar.r-clipped { overflow: clip; }
`);
