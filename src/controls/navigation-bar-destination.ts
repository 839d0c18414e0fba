import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { type Spec, slotOrIcon, spec, text, value } from "../core/spec.ts";
import { type Color, colorType } from "../core/values/color.ts";
import type { IconName } from "../core/values/icon-name.ts";

/** Properties of {@link NavigationBarDestination}. */
export interface NavigationBarDestinationProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** An icon by name, or a control. Default none. */
  icon?: In<M, Control | IconName | null>;
  /** What the place is called. Default none. */
  label?: In<M, string | null>;
  /** In place of `icon` while the person is there. Default none: `icon`. */
  selectedIcon?: In<M, Control | IconName | null>;
  /** Behind it. Default none. */
  bgcolor?: In<M, Color | null>;
}

export interface NavigationBarDestination extends Plain<NavigationBarDestinationProps<Read>> {}

/** A place that a NavigationBar leads to. */
export class NavigationBarDestination extends Control {
  static override readonly spec: Spec<NavigationBarDestinationProps<Read>> = spec<
    NavigationBarDestinationProps<Read>,
    LayoutProps<Read>
  >(
    "NavigationBarDestination",
    Control,
    { icon: slotOrIcon(), label: text(null), selectedIcon: slotOrIcon(), bgcolor: value(colorType, null) },
    { role: "button", label: "label" },
  );

  constructor(props?: NavigationBarDestinationProps) {
    super(props);
  }
}
