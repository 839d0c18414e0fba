import type { Control } from "../controls/control.ts";
import { NODE } from "../core/tree/node.ts";
import { chip } from "./chip-behavior.ts";
import type { ClientControl } from "./client-control.ts";
import { dropdown, dropdownOption } from "./dropdown-behavior.ts";
import { gestureDetector } from "./gesture-behavior.ts";
import { type Menus, menuButton, menuItem, menuItemButton } from "./menu-behavior.ts";
import { destination, tab } from "./navigation-behavior.ts";
import { radio } from "./radio-behavior.ts";
import { segment } from "./segment-behavior.ts";
import { slider } from "./slider-behavior.ts";
import { expansionTile, listTile } from "./tile-behavior.ts";

/** Actions that a press or a key may cause in addition to events. */
export interface BehaviorContext {
  /** Moves focus to another control. */
  focus(control: Control): void;
  /** Presses another control, too. */
  press(other: ClientControl): void;
  readonly menus: Menus;
}

/** Behavior of a type of control for which a press or a key is more than a click. */
export interface Behavior {
  /** Returns whether a press has an effect. `undefined`: it has one if the app listens to clicks. */
  reactsToPress?(shown: ClientControl): boolean | undefined;
  /** Performs a press. Default: a click. */
  press?(shown: ClientControl, acting: BehaviorContext): void;
  /** Handles a key. Returns whether it had an effect. If not, Enter and Space press the control. */
  key?(shown: ClientControl, key: string, acting: BehaviorContext): boolean;
  /** Returns why the control cannot be used now, as the end of the error message, or `undefined` if it can. */
  blockedReason?(shown: ClientControl, acting: BehaviorContext): string | undefined;
  /** Returns the control that has focus after a press, if it is not the pressed control. */
  focusAfterPress?(shown: ClientControl): Control | undefined;
  /** Whether text can be typed into the control, although its role is not that of a text field. */
  readonly isField?: boolean;
  /** Reason why a tap cannot be simulated without a layout, as the end of the error message. */
  readonly noTapReason?: string;
}

const BEHAVIORS: { readonly [type: string]: Behavior | undefined } = {
  AutoComplete: { isField: true },
  Chip: chip,
  Dropdown: dropdown,
  DropdownOption: dropdownOption,
  ExpansionTile: expansionTile,
  ListTile: listTile,
  GestureDetector: gestureDetector,
  MenuItemButton: menuItemButton,
  PopupMenuButton: menuButton,
  PopupMenuItem: menuItem,
  NavigationBarDestination: destination,
  NavigationRailDestination: destination,
  Radio: radio,
  RangeSlider: slider,
  Segment: segment,
  Slider: slider,
  SubmenuButton: menuButton,
  Tab: tab,
};

export function behaviorOf(control: Control): Behavior | undefined {
  return BEHAVIORS[control[NODE].spec.type];
}
