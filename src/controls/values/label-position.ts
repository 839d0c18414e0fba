/** On which side of a control its label stands. */
export type LabelPosition = "right" | "left";
export const LabelPosition: readonly LabelPosition[] = ["right", "left"];
