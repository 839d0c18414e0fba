import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, number, type Spec, slotOrText, spec, value } from "../core/spec.ts";
import { choiceType } from "../core/types.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { assertAgreeing } from "./contradiction.ts";
import { assertRising } from "./rules.ts";
import { type ImageSource, imageSourceType } from "./values/image-source.ts";

/** Which image of a CircleAvatar. */
export type AvatarImage = "foreground" | "background";
export const AvatarImage: readonly AvatarImage[] = ["foreground", "background"];

/** Properties of {@link CircleAvatar}. */
export interface CircleAvatarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What stands in the middle, such as initials. Default none. */
  content?: In<M, Control | string | null>;
  /** An image over the content, such as a portrait: the content is seen until it has come. Default none. */
  foregroundImageSrc?: In<M, ImageSource | null>;
  /** An image behind the content. Default none. */
  backgroundImageSrc?: In<M, ImageSource | null>;
  /** Of the content. Default `null`: the theme's. */
  color?: In<M, Color | null>;
  /** Default `null`: the theme's. */
  bgcolor?: In<M, Color | null>;
  /** Half its width, in pixels; not with `minRadius` or `maxRadius`. Default `null`: 20. */
  radius?: In<M, number | null>;
  /** It takes the room there is, and at least twice so many pixels. Default `null`: 0 with `maxRadius`. */
  minRadius?: In<M, number | null>;
  /** It takes the room there is, and at most twice so many pixels. Default `null`: any with `minRadius`. */
  maxRadius?: In<M, number | null>;
  /** An image could not be shown; `data` says which. */
  onImageError?: EventHandler<CircleAvatar, AvatarImage> | undefined;
}

export interface CircleAvatar extends Plain<CircleAvatarProps<Read>> {}

/** A round picture of a person, or initials in its place. */
export class CircleAvatar extends Control {
  static override readonly spec: Spec<CircleAvatarProps<Read>> = spec<CircleAvatarProps<Read>, LayoutProps<Read>>(
    "CircleAvatar",
    Control,
    {
      content: slotOrText(),
      foregroundImageSrc: value(imageSourceType, null),
      backgroundImageSrc: value(imageSourceType, null),
      color: value(colorType, null),
      bgcolor: value(colorType, null),
      radius: number(null, { min: 0 }),
      minRadius: number(null, { min: 0 }),
      maxRadius: number(null, { min: 0 }),
      onImageError: event(choiceType(AvatarImage)),
    },
    { label: "content" },
  );

  constructor(props?: CircleAvatarProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const { radius, minRadius, maxRadius } = this;
    const isDoubled = radius !== null && (minRadius !== null || maxRadius !== null);
    assertAgreeing(this, isDoubled ? ".radius cannot be given with minRadius or maxRadius" : undefined);
    assertRising(this, "minRadius", "maxRadius");
  }
}
