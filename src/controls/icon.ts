import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { number, type Spec, spec, text, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { type IconName, iconNameType } from "../core/values/icon-name.ts";
import { type BlendMode, blendModeType } from "./values/blend-mode.ts";
import { type Shadow, shadowType } from "./values/box-shadow.ts";

/** Properties of {@link Icon}. */
export interface IconProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Which icon: `"home_outlined"`, or the same as `Icons.homeOutlined`. Default `null`: an empty square. */
  name?: In<M, IconName | null>;
  /** Default `null`: that of the text around it. */
  color?: In<M, Color | null>;
  /** Width and height in pixels. Default `null`: 24, or as what it stands in has it. */
  size?: In<M, number | null>;
  /** Shadows of its shape; `spreadRadius` does not count. Default none. */
  shadows?: In<M, Shadow | null>;
  /** How its colour mixes with what is behind. Default `"srcOver"`: it covers it. */
  blendMode?: In<M, BlendMode>;
  /** What a screen reader says. Default `null`: nothing, it is decoration. */
  semanticsLabel?: In<M, string | null>;
}

export interface Icon extends Plain<IconProps<Read>> {}

/** Shows an icon of Material or Cupertino. */
export class Icon extends Control {
  static override readonly spec: Spec<IconProps<Read>> = spec<IconProps<Read>, LayoutProps<Read>>(
    "Icon",
    Control,
    {
      name: value(iconNameType, null),
      color: value(colorType, null),
      size: number(null, { min: 0 }),
      shadows: value(shadowType, null),
      blendMode: value(blendModeType, "srcOver"),
      semanticsLabel: text(null),
    },
    { role: "img", label: "semanticsLabel" },
  );

  constructor(props?: IconProps) {
    super(props);
  }
}
