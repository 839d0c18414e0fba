import { boxLayout } from "../../layout/simple.ts";
import { Control } from "../control.ts";
import type { ControlProps, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { oneOf, type Spec, slot, spec } from "../spec.ts";
import { AutofillDispose } from "./autofill-dispose.ts";

/** Properties of {@link AutofillGroup}. */
export interface AutofillGroupProps<M extends Mode = Literal> extends ControlProps<M> {
  /** Control that contains the fields, at any depth. Default `null`: none. */
  content?: In<M, Control | null>;
  /**
   * Treatment of the entered values when the group leaves the page. Default `"commit"`: the browser may offer to save
   * them.
   */
  disposeAction?: In<M, AutofillDispose>;
}

export interface AutofillGroup extends Plain<AutofillGroupProps<Read>> {}

/**
 * A group of related fields, such as name and password. The browser fills them together, by their `autofillHints`, and
 * offers to save the entered values. The group takes up no space itself.
 */
export class AutofillGroup extends Control {
  static override readonly spec: Spec<AutofillGroupProps> = spec<AutofillGroupProps>({
    type: "AutofillGroup",
    parent: Control,
    layout: boxLayout,
    properties: {
      content: slot(),
      disposeAction: oneOf(AutofillDispose, "commit"),
    },
  });

  constructor(props?: AutofillGroupProps) {
    super(props);
  }
}
