/** How one control takes the place of another. */
export type AnimatedSwitcherTransition = "fade" | "rotation" | "scale";
export const AnimatedSwitcherTransition: readonly AnimatedSwitcherTransition[] = ["fade", "rotation", "scale"];
