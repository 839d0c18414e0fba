import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { type Spec, slotOrIcon, slotOrText, spec, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { type OutlinedBorder, outlinedBorderType } from "./values/outlined-border.ts";

/** Properties of {@link NavigationRailDestination}. */
export interface NavigationRailDestinationProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** An icon by name, or a control. Default none. */
  icon?: In<M, Control | IconName | null>;
  /** In place of `icon` while the person is there. Default none: `icon`. */
  selectedIcon?: In<M, Control | IconName | null>;
  /** What the place is called. Default none. */
  label?: In<M, Control | string | null>;
  /** Room around it, in pixels: one number, or by side. Default `null`: the theme's. */
  padding?: In<M, Padding | null>;
  /** Behind the icon while the person is there. Default `null`: as the rail says. */
  indicatorColor?: In<M, Color | null>;
  /** The outline of that. Default `null`: as the rail says. */
  indicatorShape?: In<M, OutlinedBorder | null>;
}

export interface NavigationRailDestination extends Plain<NavigationRailDestinationProps<Read>> {}

/** A place that a NavigationRail leads to. */
export class NavigationRailDestination extends Control {
  static override readonly spec: Spec<NavigationRailDestinationProps<Read>> = spec<
    NavigationRailDestinationProps<Read>,
    LayoutProps<Read>
  >(
    "NavigationRailDestination",
    Control,
    {
      icon: slotOrIcon(),
      selectedIcon: slotOrIcon(),
      label: slotOrText(),
      padding: value(paddingType, null),
      indicatorColor: value(colorType, null),
      indicatorShape: value(outlinedBorderType, null),
    },
    { role: "button", label: "label" },
  );

  constructor(props?: NavigationRailDestinationProps) {
    super(props);
  }
}
