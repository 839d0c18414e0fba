import type { Read } from "../../../controls/control-props.ts";
import type { BadgeProps } from "../../../controls/display/badge.ts";
import { setStyle } from "../../dom/css.ts";
import { inFull, px, toInsets, toText } from "../../dom/css-values.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { badgeElement } from "../../features/badge.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface BadgeParts extends Parts {
  readonly text: Text;
}

type BadgeView = View<BadgeProps<Read>, BadgeParts>;

function relabel({ root, parts, props, children }: BadgeView): void {
  parts.text.data = toText(props.label);
  root.classList.toggle("r-badge-dot", parts.text.data === "" && !children.has("label"));
}

function restyle({ root, props }: BadgeView): void {
  const { textStyle, textColor, bgcolor } = props;
  setTextStyle(root, {
    ...textStyle,
    ...(textColor != null && { color: textColor }),
    ...(bgcolor != null && { bgcolor }),
  });
}

/** A small label on a control. */
export const renderer: Renderer<BadgeProps<Read>, BadgeParts> = {
  create() {
    const root = badgeElement();
    root.classList.add("r-badge-dot");
    const text = document.createTextNode("");
    root.append(text);
    return { root, text };
  },
  childrenChanged: relabel,
  props: {
    label: relabel,
    labelVisible: ({ root, props }) => setStyle(root, "visibility", props.labelVisible === false ? "hidden" : null),
    alignment({ root, props }) {
      const at = inFull(props.alignment);
      // An alignment that the app sets counts from the left, in either text direction.
      root.classList.toggle("r-badge-from-left", at != null);
      setStyle(root, "--r-badge-x", at == null ? null : String((at.x + 1) / 2));
      setStyle(root, "--r-badge-y", at == null ? null : String((at.y + 1) / 2));
    },
    offset({ root, props: { offset } }) {
      setStyle(root, "--r-badge-dx", px(offset == null ? null : (offset.x ?? 0)));
      setStyle(root, "--r-badge-dy", px(offset == null ? null : (offset.y ?? 0)));
    },
    bgcolor: restyle,
    textColor: restyle,
    textStyle: restyle,
    padding: ({ root, props }) => setStyle(root, "padding", toInsets(props.padding)),
    largeSize: ({ root, props }) => setStyle(root, "--r-badge-large", px(props.largeSize)),
    smallSize: ({ root, props }) => setStyle(root, "--r-badge-small", px(props.smallSize)),
  },
};
