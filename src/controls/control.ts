import type { Observable } from "rxjs";
import { type EventsOf, ReactiveControl } from "../core/declaration/reactive-control.ts";
import { defineSpec, type InputRefusal } from "../core/declaration/spec.ts";
import { childrenOf, NODE } from "../core/tree/node.ts";
import { boxLayout } from "../layout/simple.ts";
import { controlEntries } from "./control-entries.ts";
import type { IdentityProps, LayoutProps, Plain, Read } from "./control-props.ts";
import type { ControlEvent } from "./event.ts";
import type { Page } from "./page/page.ts";
import { buildsContent, type Spec } from "./spec.ts";
import { suggestSynonym } from "./suggest-property.ts";

export interface Control extends Plain<LayoutProps<Read>> {
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
  events<E extends keyof EventsOf<this> & string>(name: E): Observable<ControlEvent<this, EventsOf<this>[E]>>;
}

const HIDDEN: InputRefusal = { code: "control-hidden", reason: "is not visible" };
const DISABLED: InputRefusal = { code: "control-disabled", reason: "is disabled" };

const DECLARED: Spec<LayoutProps> = {
  ...defineSpec<LayoutProps, IdentityProps>({ type: "Control", properties: controlEntries }),
  semantics: {},
  layout: boxLayout,
  suggest: suggestSynonym,
  inputRefusal({ disabled, visible }: LayoutProps<Read>) {
    if (visible !== true) return HIDDEN;
    return disabled === true ? DISABLED : undefined;
  },
};

/**
 * A part of the page, and the base class of all controls. Subclass it, or another control, and override `build()`. Set
 * properties like fields: changes are sent automatically at the end of the turn or of the event handler.
 * Flet: `Control`.
 */
export class Control extends ReactiveControl {
  static override readonly spec: Spec<LayoutProps> = { ...DECLARED, composite: buildsContent(DECLARED) };

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
