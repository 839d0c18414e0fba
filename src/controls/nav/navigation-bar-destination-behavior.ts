import type { Behavior } from "../behavior.ts";
import { destinationBehavior } from "./destination-behavior.ts";

/** Behavior of a destination of a NavigationBar: a press selects it. */
export const behavior: Behavior = destinationBehavior;
