import { callClient } from "../../core/update/calls.ts";
import { hugLayout } from "../../layout/simple.ts";
import { buttonMethods, type TextualButtonProps, textualButtonEntries } from "../button-props.ts";
import { Control } from "../control.ts";
import type { Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, spec } from "../spec.ts";

/** Properties of {@link TextButton}. */
export interface TextButtonProps<M extends Mode = Literal> extends TextualButtonProps<M, TextButton> {}

export interface TextButton extends Plain<TextButtonProps<Read>> {}

/** A button without border and fill, for the least important actions, and for dialogs. */
export class TextButton extends Control {
  static override readonly spec: Spec<TextButtonProps> = spec<TextButtonProps>({
    type: "TextButton",
    parent: Control,
    layout: hugLayout,
    properties: textualButtonEntries,
    semantics: { role: "button", label: "content" },
    methods: buttonMethods,
  });

  constructor(props?: TextButtonProps) {
    super(props);
  }

  /** Gives the button the focus. */
  focus(): Promise<void> {
    return callClient(this, "focus");
  }
}
