import type { Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, spec } from "../spec.ts";
import { IconButton, type IconButtonProps } from "./icon-button.ts";

/** Properties of {@link OutlinedIconButton}. */
export interface OutlinedIconButtonProps<M extends Mode = Literal> extends IconButtonProps<M> {}

export interface OutlinedIconButton extends Plain<OutlinedIconButtonProps<Read>> {}

/** An IconButton with a border. */
export class OutlinedIconButton extends IconButton {
  static override readonly spec: Spec<OutlinedIconButtonProps> = spec<OutlinedIconButtonProps, IconButtonProps>({
    type: "OutlinedIconButton",
    parent: IconButton,
    properties: {},
  });

  constructor(props?: OutlinedIconButtonProps) {
    super(props);
  }
}
