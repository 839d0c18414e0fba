import type { Behavior } from "../behavior.ts";
import { menuButtonBehavior } from "./menu-behavior.ts";

/** Behavior of a PopupMenuButton: a press opens or closes its menu. */
export const behavior: Behavior = menuButtonBehavior;
