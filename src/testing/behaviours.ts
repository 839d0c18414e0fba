import type { Control } from "../core/control.ts";
import { NODE } from "../core/node.ts";
import { chip } from "./chips.ts";
import { segment } from "./segments.ts";
import type { Shown } from "./shown.ts";

/** What a kind of control does where a press or a key is more than a click. */
export interface Behaviour {
  /** Whether a press does something. Undefined: it does if somebody listens to clicks. */
  answers?(shown: Shown): boolean | undefined;
  /** A press. Default: a click. */
  press?(shown: Shown): void;
  /** A key. Returns whether it did something; Enter and Space press if not. */
  key?(shown: Shown, key: string): boolean;
}

const BEHAVIOURS: { readonly [type: string]: Behaviour | undefined } = { Chip: chip, Segment: segment };

export function behaviourOf(control: Control): Behaviour | undefined {
  return BEHAVIOURS[control[NODE].spec.type];
}
