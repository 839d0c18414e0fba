import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { adopt, css, setStyle } from "../dom/css.ts";
import { inFull } from "../dom/css-values.ts";
import { fills, type Placed } from "../rendering/boxes.ts";
import { type Feature, layoutProperties, layoutSteps } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

/** Setter of `align`. */
export function setAlign({ root, props }: View<LayoutProps<Read>>): void {
  const at = inFull(props.align);
  const self = (value: number): string => (value < 0 ? "start" : value > 0 ? "end" : "center");
  setStyle(root, "--r-at-x", at == null ? null : self(at.x));
  // Left is left in a page from right to left, too.
  setStyle(root, "--r-at-x-rtl", at == null ? null : self(-at.x));
  setStyle(root, "--r-at-y", at == null ? null : self(at.y));
}

/** Places a box with `align` along each axis that it does not fill. */
function placeAligned({ view, parent, flow }: Placed): string {
  if (view.props.align == null || parent.layout.sizesChildren === true) return "";
  const words: string[] = [];
  for (const axis of ["x", "y"] as const) {
    if (axis !== flow && view.limits?.[axis] !== "none" && !fills(view, axis)) {
      words.push(flow === "y" ? "across" : `at-${axis}`);
    }
  }
  return words.join(" ");
}

layoutProperties.add("align");
layoutSteps.add({ apply: placeAligned });

let setter: (view: View<LayoutProps<Read>>) => void = setAlign;

/** Replaces the setter of `align` by one that animates. */
export function alignBy(animated: typeof setter): void {
  setter = animated;
}

/** Setter of `align`, the position of a control in the space that its parent gives it. Loaded when it is used. */
export const feature: Feature = { align: (view: View<LayoutProps<Read>>) => setter(view) };

adopt(css`
[data-box~="at-y"] { align-self: var(--r-at-y); }
[data-box~="at-x"] { justify-self: var(--r-at-x); }
[data-box~="at-x"]:dir(rtl) { justify-self: var(--r-at-x-rtl); }
[data-box~="across"] { align-self: var(--r-at-x); }
[data-box~="across"]:dir(rtl) { align-self: var(--r-at-x-rtl); }
`);
