import type { Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, spec } from "../spec.ts";
import { FilledButton, type FilledButtonProps } from "./filled-button.ts";

/** Properties of {@link FilledTonalButton}. */
export interface FilledTonalButtonProps<M extends Mode = Literal> extends FilledButtonProps<M> {}

export interface FilledTonalButton extends Plain<FilledTonalButtonProps<Read>> {}

/**
 * A filled button in a less prominent color: for an action that is less important than that of a {@link FilledButton}.
 */
export class FilledTonalButton extends FilledButton {
  static override readonly spec: Spec<FilledTonalButtonProps> = spec<FilledTonalButtonProps, FilledButtonProps>({
    type: "FilledTonalButton",
    parent: FilledButton,
    properties: {},
  });

  constructor(props?: FilledTonalButtonProps) {
    super(props);
  }
}
