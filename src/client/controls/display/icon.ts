import type { Read } from "../../../controls/control-props.ts";
import type { IconProps } from "../../../controls/display/icon.ts";
import type { BoxShadow } from "../../../values/box-shadow.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { px, toColor } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";

function toDropShadow({ offset, blurRadius = 0, color = "#000000" }: BoxShadow): string {
  return `drop-shadow(${offset?.x ?? 0}px ${offset?.y ?? 0}px ${blurRadius}px ${toColor(color)})`;
}

/** Returns a blend mode in CSS syntax. On the wire, it has its CSS name. */
function toMix(mode: string | undefined): string | null {
  return mode === undefined || mode === "normal" ? null : mode;
}

/** An icon. */
export const renderer: Renderer<IconProps<Read>, Parts> = {
  create: () => ({ root: element("span", "r-icon-control") }),
  props: {
    name: ({ root, props }) => setIcon(root, props.name),
    color: ({ root, props }) => setStyle(root, "color", toColor(props.color)),
    size: ({ root, props }) => setStyle(root, "--r-icon-size", px(props.size)),
    shadows({ root, props: { shadows } }) {
      const all = (shadows == null ? [] : [shadows].flat()) as readonly BoxShadow[];
      setStyle(root, "filter", all.map(toDropShadow).join(" "));
    },
    blendMode: ({ root, props }) => setStyle(root, "mix-blend-mode", toMix(props.blendMode)),
    semanticsLabel({ root, props }) {
      setAttribute(root, "role", props.semanticsLabel == null ? null : "img");
      setAttribute(root, "aria-label", props.semanticsLabel);
    },
  },
};

adopt(css`
.r-icon-control {
  display: inline-grid;
  place-content: center;
  min-inline-size: var(--r-icon-size, 24px);
  min-block-size: var(--r-icon-size, 24px);
}
`);
