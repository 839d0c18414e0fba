import type { In, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { number, type Spec, spec } from "../core/spec.ts";
import { Button, type ButtonProps } from "./button.ts";

/** Properties of {@link FilledButton}. */
export interface FilledButtonProps<M extends Mode = Literal> extends ButtonProps<M> {
  /** How high it floats, in pixels: the shadow grows with it. Other than 0, it comes before that of `style`. Default 0. */
  elevation?: In<M, number>;
}

export interface FilledButton extends Plain<FilledButtonProps<Read>> {}

/** A button in the theme's main colour: for the one thing that the person is most likely to do. */
export class FilledButton extends Button {
  static override readonly spec: Spec<FilledButtonProps<Read>> = spec<
    FilledButtonProps<Read>,
    Omit<ButtonProps<Read>, "elevation">
  >("FilledButton", Button, { elevation: number(0, { min: 0 }) });

  constructor(props?: FilledButtonProps) {
    super(props);
  }
}
