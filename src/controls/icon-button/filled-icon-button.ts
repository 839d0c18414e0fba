import type { Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, spec } from "../spec.ts";
import { IconButton, type IconButtonProps } from "./icon-button.ts";

/** Properties of {@link FilledIconButton}. */
export interface FilledIconButtonProps<M extends Mode = Literal> extends IconButtonProps<M> {}

export interface FilledIconButton extends Plain<FilledIconButtonProps<Read>> {}

/** An icon button in the theme's primary color: for the most important action. */
export class FilledIconButton extends IconButton {
  static override readonly spec: Spec<FilledIconButtonProps> = spec<FilledIconButtonProps, IconButtonProps>({
    type: "FilledIconButton",
    parent: IconButton,
    properties: {},
  });

  constructor(props?: FilledIconButtonProps) {
    super(props);
  }
}
