import { callClient } from "../core/calls.ts";
import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { number, type Spec, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import { buttonMethods, type TextualButtonProps, textualButtonEntries } from "./button-props.ts";

/** Properties of {@link Button}. */
export interface ButtonProps<M extends Mode = Literal> extends TextualButtonProps<M, Button> {
  /** Of the text and the icon; it comes before that of `style`. Default `null`: the theme's. */
  color?: In<M, Color | null>;
  /** It comes before that of `style`. Default `null`: the theme's. */
  bgcolor?: In<M, Color | null>;
  /** How high it floats, in pixels: the shadow grows with it. Other than 1, it comes before that of `style`. Default 1. */
  elevation?: In<M, number>;
}

export interface Button extends Plain<ButtonProps<Read>> {}

/** A button that floats a little over the page. */
export class Button extends Control {
  static override readonly spec: Spec<ButtonProps<Read>> = spec<ButtonProps<Read>, LayoutProps<Read>>(
    "Button",
    Control,
    {
      ...textualButtonEntries,
      color: value(colorType, null),
      bgcolor: value(colorType, null),
      elevation: number(1, { min: 0 }),
    },
    { role: "button", label: "content" },
    buttonMethods,
  );

  constructor(props?: ButtonProps) {
    super(props);
  }

  /** Gives it the keyboard. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }
}
