/** Animation with which a new content replaces the old one. */
export type AnimatedSwitcherTransition = "fade" | "rotation" | "scale";
export const AnimatedSwitcherTransition: readonly AnimatedSwitcherTransition[] = ["fade", "rotation", "scale"];
