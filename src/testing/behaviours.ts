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

/** What a press or a key may do beside telling the app. */
export interface Acting {
  /** Takes the keyboard elsewhere. */
  focus(control: Control): void;
  /** Presses another control along with it. */
  press(other: Shown): void;
  readonly menus: Menus;
}

/** What a kind of control does where a press or a key is more than a click. */
export interface Behaviour {
  /** Whether a press does something. Undefined: it does if somebody listens to clicks. */
  answers?(shown: Shown): boolean | undefined;
  /** A press. Default: a click. */
  press?(shown: Shown, acting: Acting): void;
  /** A key. Returns whether it did something; Enter and Space press if not. */
  key?(shown: Shown, key: string, acting: Acting): boolean;
  /** Why it cannot be used now: the end of the refusal. Undefined: it can. */
  hindrance?(shown: Shown, acting: Acting): string | undefined;
  /** What has the keyboard after a press, where it is another control. */
  focused?(shown: Shown): Control | undefined;
  /** Text can be typed into it, though its role does not say so. */
  readonly isField?: boolean;
  /** Why nobody without a screen can say what a tap does: the end of the refusal. */
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
