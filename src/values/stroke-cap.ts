/**
 * Shape of the ends of a line: `"round"` adds a half circle, `"square"` adds half a square, `"butt"` cuts the line at
 * its end.
 */
export type StrokeCap = "round" | "square" | "butt";
export const StrokeCap: readonly StrokeCap[] = ["round", "square", "butt"];
