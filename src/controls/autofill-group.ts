import { Control } from "../core/control.ts";
import type { ControlProps, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { oneOf, type Spec, slot, spec } from "../core/spec.ts";
import { AutofillDispose } from "./values/autofill-dispose.ts";

/** Properties of {@link AutofillGroup}. */
export interface AutofillGroupProps<M extends Mode = Literal> extends ControlProps<M> {
  /** What the fields stand in, at any depth. Default none. */
  content?: In<M, Control | null>;
  /** What becomes of what was entered when the group leaves the page. Default `"commit"`: the browser may offer to save it. */
  disposeAction?: In<M, AutofillDispose>;
}

export interface AutofillGroup extends Plain<AutofillGroupProps<Read>> {}

/**
 * Fields that belong together, such as name and password: the browser fills them together, by their `autofillHints`,
 * and offers to save what was entered. It takes no room of its own.
 */
export class AutofillGroup extends Control {
  static override readonly spec: Spec<AutofillGroupProps<Read> & LayoutProps<Read>> = spec<
    AutofillGroupProps<Read> & LayoutProps<Read>,
    LayoutProps<Read>
  >("AutofillGroup", Control, {
    content: slot(),
    disposeAction: oneOf(AutofillDispose, "commit"),
  });

  constructor(props?: AutofillGroupProps) {
    super(props);
  }
}
