import { choiceType } from "../../core/declaration/types.ts";
import { hugLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type ImageSource, imageSourceType } from "../../values/image-source.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { assertAscending, assertNoContradiction } from "../property-checks.ts";
import { event, number, type Spec, slotOrText, spec, value } from "../spec.ts";

/** One of the two images of a {@link CircleAvatar}. */
export type AvatarImage = "foreground" | "background";
export const AvatarImage: readonly AvatarImage[] = ["foreground", "background"];

/** Properties of {@link CircleAvatar}. */
export interface CircleAvatarProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Content in the middle, such as initials: text, or a control. Default `null`: none. */
  content?: In<M, Control | string | null>;
  /**
   * Image over the content, such as a portrait. The content is visible until the image has loaded. Default `null`:
   * none.
   */
  foregroundImageSrc?: In<M, ImageSource | null>;
  /** Image behind the content. Default `null`: none. */
  backgroundImageSrc?: In<M, ImageSource | null>;
  /** Color of the content. Default `null`: the theme's color. */
  color?: In<M, Color | null>;
  /** Background color of the avatar. Default `null`: the theme's color. */
  bgcolor?: In<M, Color | null>;
  /**
   * Radius of the avatar, in pixels. Setting `minRadius` or `maxRadius` as well is an error, `contradiction`. Default
   * `null`: 20.
   */
  radius?: In<M, number | null>;
  /** Minimum radius of an avatar that fills the available space, in pixels. Default `null`: 0 if `maxRadius` is set. */
  minRadius?: In<M, number | null>;
  /**
   * Maximum radius of an avatar that fills the available space, in pixels. Default `null`: unlimited if `minRadius` is
   * set.
   */
  maxRadius?: In<M, number | null>;
  /** Called when an image could not be loaded; `data` is `"foreground"` or `"background"`. */
  onImageError?: EventHandler<CircleAvatar, AvatarImage> | undefined;
}

export interface CircleAvatar extends Plain<CircleAvatarProps<Read>> {}

/** A round image of a person, or their initials. */
export class CircleAvatar extends Control {
  static override readonly spec: Spec<CircleAvatarProps> = spec<CircleAvatarProps>({
    type: "CircleAvatar",
    parent: Control,
    layout: hugLayout,
    properties: {
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
    semantics: { label: "content" },
  });

  constructor(props?: CircleAvatarProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const { radius, minRadius, maxRadius } = this;
    const isDoubled = radius !== null && (minRadius !== null || maxRadius !== null);
    assertNoContradiction(this, isDoubled ? ".radius cannot be set together with minRadius or maxRadius" : undefined);
    assertAscending(this, "minRadius", "maxRadius");
  }
}
