/** Direction of a layout: side by side, or one below the other. */
export type Axis = "horizontal" | "vertical";
export const Axis: readonly Axis[] = ["horizontal", "vertical"];
