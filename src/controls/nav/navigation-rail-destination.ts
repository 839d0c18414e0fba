import { hugLayout } from "../../layout/simple.ts";
import { type Color, colorType } from "../../values/color.ts";
import type { IconName } from "../../values/icon-name.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import { type OutlinedBorder, outlinedBorderType } from "../../values/outlined-border.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, slotOrIcon, slotOrText, spec, value } from "../spec.ts";

/** Properties of {@link NavigationRailDestination}. */
export interface NavigationRailDestinationProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Icon of the destination: an icon's name, or a control. Default `null`: none. */
  icon?: In<M, Control | IconName | null>;
  /** Icon while the destination is selected: an icon's name, or a control. Default `null`: `icon`. */
  selectedIcon?: In<M, Control | IconName | null>;
  /** Name of the destination: text, or a control. Default `null`: none. */
  label?: In<M, Control | string | null>;
  /**
   * Space between the edge of the destination and its icon and label, in pixels: one number for all sides, or by side.
   * Default `null`: the theme's.
   */
  padding?: In<M, Padding | null>;
  /**
   * Color of the indicator behind the icon while the destination is selected. Default `null`: the rail's
   * `indicatorColor`.
   */
  indicatorColor?: In<M, Color | null>;
  /**
   * Shape of the indicator behind the icon while the destination is selected. Default `null`: the rail's
   * `indicatorShape`.
   */
  indicatorShape?: In<M, OutlinedBorder | null>;
}

export interface NavigationRailDestination extends Plain<NavigationRailDestinationProps<Read>> {}

/** One of the destinations of a NavigationRail. */
export class NavigationRailDestination extends Control {
  static override readonly spec: Spec<NavigationRailDestinationProps> = spec<NavigationRailDestinationProps>({
    type: "NavigationRailDestination",
    parent: Control,
    layout: hugLayout,
    properties: {
      icon: slotOrIcon(),
      selectedIcon: slotOrIcon(),
      label: slotOrText(),
      padding: value(paddingType, null),
      indicatorColor: value(colorType, null),
      indicatorShape: value(outlinedBorderType, null),
    },
    semantics: { role: "button", label: "label" },
  });

  constructor(props?: NavigationRailDestinationProps) {
    super(props);
  }
}
