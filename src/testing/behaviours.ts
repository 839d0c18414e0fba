import type { Control } from "../core/control.ts";
import { NODE } from "../core/node.ts";
import { chip } from "./chips.ts";
import { destination, tab } from "./choosing.ts";
import { dropdown, dropdownOption } from "./dropdowns.ts";
import { gestureDetector } from "./gestures.ts";
import { type Menus, menuButton, menuItem, menuItemButton } from "./menus.ts";
import { radio } from "./radios.ts";
import { segment } from "./segments.ts";
import type { Shown } from "./shown.ts";
import { slider } from "./sliders.ts";
import { expansionTile, listTile } from "./tiles.ts";

/** Actions that a press or a key may cause in addition to events. */
export interface Acting {
  /** Moves focus to another control. */
  focus(control: Control): void;
  /** Presses another control, too. */
  press(other: Shown): void;
  readonly menus: Menus;
}

/** Behavior of a type of control for which a press or a key is more than a click. */
export interface Behaviour {
  /** Returns whether a press has an effect. `undefined`: it has one if the app listens to clicks. */
  answers?(shown: Shown): boolean | undefined;
  /** Performs a press. Default: a click. */
  press?(shown: Shown, acting: Acting): void;
  /** Handles a key. Returns whether it had an effect. If not, Enter and Space press the control. */
  key?(shown: Shown, key: string, acting: Acting): boolean;
  /** Returns why the control cannot be used now, as the end of the error message, or `undefined` if it can. */
  hindrance?(shown: Shown, acting: Acting): string | undefined;
  /** Returns the control that has focus after a press, if it is not the pressed control. */
  focused?(shown: Shown): Control | undefined;
  /** Whether text can be typed into the control, although its role is not that of a text field. */
  readonly isField?: boolean;
  /** Reason why a tap cannot be simulated without a layout, as the end of the error message. */
  readonly untouchable?: string;
}

const BEHAVIOURS: { readonly [type: string]: Behaviour | undefined } = {
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

export function behaviourOf(control: Control): Behaviour | undefined {
  return BEHAVIOURS[control[NODE].spec.type];
}
