import type { LayoutProps, Read } from "../../controls/control-props.ts";
import { setStyle } from "../dom/css.ts";
import { toPosition } from "../dom/css-values.ts";
import type { Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

/**
 * Setter of the properties that move, turn or scale a control. Where possible, each property has its own CSS property,
 * so that it can be animated separately.
 */
function transform({ root, props }: View<LayoutProps<Read>>): void {
  const { rotate, scale, offset, flip, transform } = props;
  setStyle(root, "translate", offset == null ? null : `${(offset.x ?? 0) * 100}% ${(offset.y ?? 0) * 100}%`);
  setStyle(root, "rotate", rotate == null ? null : `${typeof rotate === "number" ? rotate : rotate.angle}rad`);
  const both = typeof scale === "number" ? { scale } : scale;
  const factor = both?.scale ?? 1;
  setStyle(root, "scale", both == null ? null : `${both.scaleX ?? factor} ${both.scaleY ?? factor}`);
  const steps: string[] = [];
  if (flip != null) steps.push(`scale(${flip.flipX === true ? -1 : 1}, ${flip.flipY === true ? -1 : 1})`);
  if (transform != null) {
    const { x = 0, y = 0 } = transform.origin ?? {};
    steps.push(`translate(${x}px, ${y}px)`, `matrix3d(${transform.matrix.join()})`, `translate(${-x}px, ${-y}px)`);
  }
  setStyle(root, "transform", steps.join(" "));
  const about = typeof rotate === "object" ? rotate?.alignment : undefined;
  setStyle(root, "transform-origin", toPosition(about ?? both?.alignment ?? transform?.alignment));
}

/** Setters of the properties that move, turn or scale a control. Loaded when one of them is used. */
export const feature: Feature = { rotate: transform, scale: transform, offset: transform, flip: transform, transform };
