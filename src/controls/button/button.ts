import { callClient } from "../../core/update/calls.ts";
import { hugLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import { buttonMethods, type TextualButtonProps, textualButtonEntries } from "../button-props.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { number, type Spec, spec, value } from "../spec.ts";

/** Properties of {@link Button}. */
export interface ButtonProps<M extends Mode = Literal> extends TextualButtonProps<M, Button> {
  /** Color of the label and the icon. Takes precedence over `style`. Default `null`: the theme's color. */
  color?: In<M, Color | null>;
  /** Background color of the button. Takes precedence over `style`. Default `null`: the theme's color. */
  bgcolor?: In<M, Color | null>;
  /**
   * Height of the button above the surface, in pixels; the shadow grows with it. A value other than 1 takes precedence
   * over `style`. Default 1.
   */
  elevation?: In<M, number>;
}

export interface Button extends Plain<ButtonProps<Read>> {}

/** A button with a small shadow, slightly raised above the page. */
export class Button extends Control {
  static override readonly spec: Spec<ButtonProps> = spec<ButtonProps>({
    type: "Button",
    parent: Control,
    layout: hugLayout,
    properties: {
      ...textualButtonEntries,
      color: value(colorType, null),
      bgcolor: value(colorType, null),
      elevation: number(1, { min: 0 }),
    },
    semantics: { role: "button", label: "content" },
    methods: buttonMethods,
  });

  constructor(props?: ButtonProps) {
    super(props);
  }

  /** Gives the button the focus. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }
}
