import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { number, type Spec, spec } from "../spec.ts";
import { Button, type ButtonProps } from "./button.ts";

/** Properties of {@link FilledButton}. */
export interface FilledButtonProps<M extends Mode = Literal> extends ButtonProps<M> {
  /**
   * Height of the button above the surface, in pixels; the shadow grows with it. A value other than 0 takes precedence
   * over `style`. Default 0.
   */
  elevation?: In<M, number>;
}

export interface FilledButton extends Plain<FilledButtonProps<Read>> {
  /**
   * Height of the button above the surface, in pixels; the shadow grows with it. A value other than 0 takes precedence
   * over `style`. Default 0.
   */
  elevation: number;
}

/** A button in the theme's primary color: for the most likely action on a page. */
export class FilledButton extends Button {
  static override readonly spec: Spec<FilledButtonProps> = spec<FilledButtonProps, Omit<ButtonProps, "elevation">>({
    type: "FilledButton",
    parent: Button,
    properties: { elevation: number(0, { min: 0 }) },
  });

  constructor(props?: FilledButtonProps) {
    super(props);
  }
}
