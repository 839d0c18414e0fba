import { callClient } from "../../core/update/calls.ts";
import { hugLayout } from "../../layout/simple.ts";
import { buttonMethods, type TextualButtonProps, textualButtonEntries } from "../button-props.ts";
import { Control } from "../control.ts";
import type { Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, spec } from "../spec.ts";

/** Properties of {@link OutlinedButton}. */
export interface OutlinedButtonProps<M extends Mode = Literal> extends TextualButtonProps<M, OutlinedButton> {}

export interface OutlinedButton extends Plain<OutlinedButtonProps<Read>> {}

/** A button with a border and no fill, for actions of medium importance. */
export class OutlinedButton extends Control {
  static override readonly spec: Spec<OutlinedButtonProps> = spec<OutlinedButtonProps>({
    type: "OutlinedButton",
    parent: Control,
    layout: hugLayout,
    properties: textualButtonEntries,
    semantics: { role: "button", label: "content" },
    methods: buttonMethods,
  });

  constructor(props?: OutlinedButtonProps) {
    super(props);
  }

  /** Gives the button the focus. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }
}
