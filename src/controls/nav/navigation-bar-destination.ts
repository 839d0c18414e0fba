import { hugLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import type { IconName } from "../../values/icon-name.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, slotOrIcon, spec, text, value } from "../spec.ts";

/** Properties of {@link NavigationBarDestination}. */
export interface NavigationBarDestinationProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Icon of the destination: an icon's name, or a control. Default `null`: none. */
  icon?: In<M, Control | IconName | null>;
  /** Name of the destination, shown below the icon. Default `null`: none. */
  label?: In<M, string | null>;
  /** Icon while the destination is selected: an icon's name, or a control. Default `null`: `icon`. */
  selectedIcon?: In<M, Control | IconName | null>;
  /** Background color. Default `null`: none. */
  bgcolor?: In<M, Color | null>;
}

export interface NavigationBarDestination extends Plain<NavigationBarDestinationProps<Read>> {}

/** One of the destinations of a NavigationBar. */
export class NavigationBarDestination extends Control {
  static override readonly spec: Spec<NavigationBarDestinationProps> = spec<NavigationBarDestinationProps>({
    type: "NavigationBarDestination",
    parent: Control,
    layout: hugLayout,
    properties: { icon: slotOrIcon(), label: text(null), selectedIcon: slotOrIcon(), bgcolor: value(colorType, null) },
    semantics: { role: "button", label: "label" },
  });

  constructor(props?: NavigationBarDestinationProps) {
    super(props);
  }
}
