import { animatedAspectType, animateType } from "../values/animation.ts";
import { marginType } from "../values/insets.ts";
import { alignmentType, expandType, flipType, offsetType, rotateType, scaleType, sizeType } from "../values/layout.ts";
import { type ResponsiveNumber, responsiveNumberType } from "../values/responsive.ts";
import { tooltipType } from "../values/tooltip.ts";
import { transformType } from "../values/transform.ts";
import type { IdentityProps, LayoutProps } from "./control-props.ts";
import { type Entries, event, flag, number, slotOrText, value } from "./spec.ts";

/**
 * The declaration of the properties of every control.
 * @hidden
 */
export const controlEntries: Entries<LayoutProps, IdentityProps> = {
  visible: flag(true),
  disabled: flag(false),
  opacity: number(1, { min: 0, max: 1 }),
  tooltip: value(tooltipType, null),
  expand: value(expandType, null),
  expandLoose: flag(false),
  col: value<ResponsiveNumber, ResponsiveNumber>(responsiveNumberType, 12),
  rtl: flag(false),
  width: number(null, { min: 0 }),
  height: number(null, { min: 0 }),
  left: number(null),
  top: number(null),
  right: number(null),
  bottom: number(null),
  aspectRatio: number(null, { min: 0 }),
  margin: value(marginType, null),
  align: value(alignmentType, null),
  rotate: value(rotateType, null),
  scale: value(scaleType, null),
  offset: value(offsetType, null),
  flip: value(flipType, null),
  badge: slotOrText("Badge"),
  transform: value(transformType, null),
  animateOpacity: value(animateType, null),
  animateSize: value(animateType, null),
  animatePosition: value(animateType, null),
  animateAlign: value(animateType, null),
  animateMargin: value(animateType, null),
  animateRotation: value(animateType, null),
  animateScale: value(animateType, null),
  animateOffset: value(animateType, null),
  sizeChangeInterval: number(10, { min: 0 }),
  onSizeChange: event(sizeType),
  onAnimationEnd: event(animatedAspectType),
};
