import type { Observable } from "rxjs";
import { ReactiveControl } from "../core/declaration/reactive-control.ts";
import { compositeSpec, type InputRefusal } from "../core/declaration/spec.ts";
import { childrenOf, NODE } from "../core/tree/node.ts";
import { type ControlReads, controlEntries } from "./control-entries.ts";
import type { LayoutProps, Plain } from "./control-props.ts";
import type { ControlEvent } from "./event.ts";
import type { Page } from "./page/page.ts";
import { type Spec, slot, slots, spec } from "./spec.ts";

export interface Control extends Plain<ControlReads> {
  /**
   * Called when the control first enters a mounted tree, and by `rebuild()`. If it threw, it is called again at the
   * next mount. `page` is available. The returned controls fill the control's own slot (`content` or `controls`). A
   * control that extends `Control` directly shows them as its content.
   */
  build(): Control | readonly Control[] | void;
  /**
   * Returns an Observable of one kind of event, such as `events("click")`. The client sends the event while there is a
   * subscriber. Errors of a subscriber are reported, also after operators, and the stream goes on.
   */
  events(name: string): Observable<ControlEvent<this>>;
}

const HIDDEN: InputRefusal = { code: "control-hidden", reason: "is not visible" };
const DISABLED: InputRefusal = { code: "control-disabled", reason: "is disabled" };

const DECLARED: Spec<ControlReads> = {
  ...spec<ControlReads>("Control", undefined, controlEntries),
  inputRefusal({ disabled, visible }: ControlReads) {
    if (visible !== true) return HIDDEN;
    return disabled === true ? DISABLED : undefined;
  },
};

/** The declaration of subclasses without a `spec` of their own. `build()` fills the slots, which are no properties. */
const COMPOSITE = compositeSpec<{ content: Control | null; controls: Control[] }>(DECLARED, {
  content: slot(),
  controls: slots(),
});

/**
 * A part of the page, and the base class of all controls. Subclass it, or another control, and override `build()`. Set
 * properties like fields: changes are sent automatically at the end of the turn or of the event handler.
 * Flet: `Control`.
 */
export class Control extends ReactiveControl {
  static override readonly spec: Spec<ControlReads> = { ...DECLARED, composite: COMPOSITE };

  constructor(props?: LayoutProps) {
    super(props);
  }

  /** Parent of the control. Undefined for the page, and while the control is not mounted. */
  override get parent(): Control | undefined {
    return super.parent as Control | undefined;
  }

  /** Page that the control is on. Throws `not-mounted` if there is none. */
  override get page(): Page {
    return super.page as Page;
  }
}

/**
 * Returns the children of a control as of the last flush, in slot order.
 * @internal
 */
export function childControls(control: Control): Control[] {
  return childrenOf(control[NODE]).map((child) => child.control as Control);
}

/**
 * Returns the declaration of a control.
 * @internal
 */
export function specOf(control: Control): Spec {
  return control[NODE].spec as Spec;
}
