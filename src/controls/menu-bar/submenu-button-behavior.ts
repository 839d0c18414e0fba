import type { Behavior } from "../behavior.ts";
import { menuButtonBehavior } from "../menu/menu-behavior.ts";

/** Behavior of a SubmenuButton: a press opens or closes its menu. */
export const behavior: Behavior = menuButtonBehavior;
