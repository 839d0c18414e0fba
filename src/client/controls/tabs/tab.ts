import type { Read } from "../../../controls/control-props.ts";
import type { TabProps } from "../../../controls/tabs/tab.ts";
import { baseProps } from "../../dom/base-props.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { toInsets, toText } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface TabParts extends Parts {
  readonly icon: HTMLElement;
  readonly label: HTMLElement;
  readonly text: Text;
}

/** Updates the bar, which counts only visible tabs and moves the focus only to enabled tabs. */
function notifyBar({ parent }: View<TabProps<Read>, TabParts>): void {
  if (parent !== undefined) parent.renderer.childrenChanged?.(parent);
}

/** A tab of a TabBar. */
export const renderer: Renderer<TabProps<Read>, TabParts> = {
  create() {
    const root = element("div", "r-tab");
    const content = element("div", "r-tab-content r-tab-bar-label r-badge-at");
    const icon = element("span", "r-tab-icon");
    const label = element("span", "r-tab-label");
    const text = document.createTextNode("");
    label.append(text);
    content.append(icon, label);
    root.append(content);
    return { root, icon, label, text };
  },
  slot: ({ parts }, name) => (name === "icon" ? parts.icon : parts.label),
  disabled: notifyBar,
  props: {
    label({ parts, props }) {
      parts.text.data = toText(props.label);
    },
    icon: ({ parts, props }) => setIcon(parts.icon, props.icon),
    iconMargin: ({ root, props }) => setStyle(root, "--r-t-margin", toInsets(props.iconMargin)),
    visible(view) {
      baseProps.visible?.(view);
      notifyBar(view);
    },
  },
};

adopt(css`
.r-tab-content {
  align-self: stretch;
  position: relative;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  min-inline-size: 24px;
  --r-badge-inset: 12px -12px;
}
.r-tab-label, .r-tab-icon { display: block; min-inline-size: 0; }
.r-tab-label:empty, .r-tab-icon:empty { display: none; }
.r-tab-icon:not(:empty):has(+ .r-tab-label:not(:empty)) { margin: var(--r-t-margin, 0 0 2px); }
.r-tab:has(.r-tab-icon:not(:empty) + .r-tab-label:not(:empty)):not(.r-box-high) { min-block-size: 64px; }
`);
