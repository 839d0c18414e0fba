import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { type Spec, slotOrIcon, slotOrText, spec, value } from "../core/spec.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { type Margin, marginType } from "../core/values/insets.ts";
import { assertAgreeing } from "./contradiction.ts";
import { TabBar } from "./tab-bar.ts";

/** Properties of {@link Tab}. */
export interface TabProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What it is called. Default none. */
  label?: In<M, Control | string | null>;
  /** An icon by name, or a control, above the label. Default none. */
  icon?: In<M, Control | IconName | null>;
  /** Room around the icon where there is a label, too, in pixels. Default `null`: 2 below. */
  iconMargin?: In<M, Margin | null>;
}

export interface Tab extends Plain<TabProps<Read>> {}

/** One of the tabs of a TabBar: a label, an icon, or both. */
export class Tab extends Control {
  static override readonly spec: Spec<TabProps<Read>> = spec<TabProps<Read>, LayoutProps<Read>>(
    "Tab",
    Control,
    { label: slotOrText(), icon: slotOrIcon(), iconMargin: value(marginType, null) },
    { role: "tab", label: "label" },
  );

  constructor(props?: TabProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const isEmpty = this.label === null && this.icon === null && this.parent instanceof TabBar;
    assertAgreeing(this, isEmpty ? " shows nothing: give it a label, an icon, or both" : undefined);
  }
}
