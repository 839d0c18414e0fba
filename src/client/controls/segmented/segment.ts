import type { Read } from "../../../controls/control-props.ts";
import type { SegmentProps } from "../../../controls/segmented/segment.ts";
import { element } from "../../dom/css.ts";
import { toText } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import { labelIcon } from "../../parts/icon-label.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { choose, type SegmentedView, type SegmentParts, type SegmentView, showSelected } from "./segments.ts";

function showAgain(view: SegmentView): void {
  if (view.parent?.type === "SegmentedButton") showSelected(view.parent as SegmentedView);
}

function setName(view: SegmentView): void {
  labelIcon(view, view.root, typeof view.props.label === "string" || view.children.has("label"));
}

/** One option of a SegmentedButton. */
export const renderer: Renderer<SegmentProps<Read>, SegmentParts> = {
  create(view) {
    const root = element("button", "r-press r-segment");
    root.type = "button";
    root.role = "radio";
    root.ariaChecked = "false";
    const check = element("span", "r-press-icon r-segment-check");
    const icon = element("span", "r-press-icon r-segment-icon");
    const label = element("span", "r-segment-label");
    const text = document.createTextNode("");
    label.append(text);
    root.append(check, icon, label);
    root.addEventListener("click", (click) => {
      click.stopPropagation();
      choose(view);
    });
    return { root, check, icon, label, text, group: view.parent };
  },
  childrenChanged: setName,
  slot: ({ parts }, name) => (name === "icon" ? parts.icon : parts.label),
  disabled(view, isDisabled) {
    view.parts.root.disabled = isDisabled;
    showAgain(view);
  },
  // What the group before has set. The next one shows all of its segments.
  moved({ root, parts, parent }) {
    if (parts.group === parent) return;
    parts.group = parent;
    root.removeAttribute("tabindex");
    root.role = "radio";
    root.ariaChecked = "false";
    setIcon(parts.check, null);
  },
  props: {
    value: showAgain,
    visible(view) {
      view.root.hidden = view.props.visible === false;
      showAgain(view);
    },
    icon(view) {
      setIcon(view.parts.icon, view.props.icon);
      setName(view);
    },
    label(view) {
      view.parts.text.data = toText(view.props.label);
      setName(view);
    },
    tooltip: setName,
  },
};
