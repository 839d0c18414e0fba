import { hugLayout } from "../../layout/simple.ts";
import type { IconName } from "../../values/icon-name.ts";
import { type Margin, marginType } from "../../values/insets.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { assertNoContradiction } from "../property-checks.ts";
import { type Spec, slotOrIcon, slotOrText, spec, value } from "../spec.ts";
import { TabBar } from "./tab-bar.ts";

/** Properties of {@link Tab}. */
export interface TabProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Label of the tab: text, or a control. Default `null`: none. */
  label?: In<M, Control | string | null>;
  /** Icon above the label: an icon's name, or a control. Default `null`: none. */
  icon?: In<M, Control | IconName | null>;
  /**
   * Space around the icon, in pixels, if there is a label, too: one number for all sides, or by side. Default `null`: 2
   * below.
   */
  iconMargin?: In<M, Margin | null>;
}

export interface Tab extends Plain<TabProps<Read>> {}

/** A tab of a TabBar, with a label, an icon, or both. A Tab with neither is an error. */
export class Tab extends Control {
  static override readonly spec: Spec<TabProps> = spec<TabProps>({
    type: "Tab",
    parent: Control,
    layout: hugLayout,
    properties: { label: slotOrText(), icon: slotOrIcon(), iconMargin: value(marginType, null) },
    semantics: { role: "tab", label: "label" },
  });

  constructor(props?: TabProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const isEmpty = this.label === null && this.icon === null && this.parent instanceof TabBar;
    assertNoContradiction(this, isEmpty ? " shows nothing: give it a label, an icon, or both" : undefined);
  }
}
