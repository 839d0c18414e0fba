import { hugLayout } from "../../layout/simple.ts";
import { type BlendMode, blendModeType } from "../../values/blend-mode.ts";
import { type Shadow, shadowType } from "../../values/box-shadow.ts";
import { type Color, colorType } from "../../values/color.ts";
import { type IconName, iconNameType } from "../../values/icon-name.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { number, type Spec, spec, text, value } from "../spec.ts";

/** Properties of {@link Icon}. */
export interface IconProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Name of the icon: `"home_outlined"`, or the same as `Icons.homeOutlined`. Default `null`: an empty square. */
  name?: In<M, IconName | null>;
  /** Color of the icon. Default `null`: that of the surrounding text. */
  color?: In<M, Color | null>;
  /** Width and height of the icon, in pixels. Default `null`: 24, or the size of icons in its parent. */
  size?: In<M, number | null>;
  /** Shadow of the icon, or several; `spreadRadius` is ignored. Default `null`: none. */
  shadows?: In<M, Shadow | null>;
  /** Mode in which the icon blends with what is behind it. Default `"srcOver"`: it covers it. */
  blendMode?: In<M, BlendMode>;
  /** Text that screen readers read. Default `null`: none, the icon is decoration. */
  semanticsLabel?: In<M, string | null>;
}

export interface Icon extends Plain<IconProps<Read>> {}

/** An icon of Material or Cupertino. */
export class Icon extends Control {
  static override readonly spec: Spec<IconProps> = spec<IconProps>({
    type: "Icon",
    parent: Control,
    layout: hugLayout,
    properties: {
      name: value(iconNameType, null),
      color: value(colorType, null),
      size: number(null, { min: 0 }),
      shadows: value(shadowType, null),
      blendMode: value(blendModeType, "srcOver"),
      semanticsLabel: text(null),
    },
    semantics: { role: "img", label: "semanticsLabel" },
  });

  constructor(props?: IconProps) {
    super(props);
  }
}
