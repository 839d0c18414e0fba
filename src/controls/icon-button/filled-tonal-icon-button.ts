import type { Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, spec } from "../spec.ts";
import { IconButton, type IconButtonProps } from "./icon-button.ts";

/** Properties of {@link FilledTonalIconButton}. */
export interface FilledTonalIconButtonProps<M extends Mode = Literal> extends IconButtonProps<M> {}

export interface FilledTonalIconButton extends Plain<FilledTonalIconButtonProps<Read>> {}

/** An icon button with a less prominent background color: for an important action, but not the most important one. */
export class FilledTonalIconButton extends IconButton {
  static override readonly spec: Spec<FilledTonalIconButtonProps> = spec<FilledTonalIconButtonProps, IconButtonProps>({
    type: "FilledTonalIconButton",
    parent: IconButton,
    properties: {},
  });

  constructor(props?: FilledTonalIconButtonProps) {
    super(props);
  }
}
