/** Side of a control on which its label is placed. */
export type LabelPosition = "right" | "left";
export const LabelPosition: readonly LabelPosition[] = ["right", "left"];
