/** How the ends of a line look: as a half circle, cut a little behind its end, or right there. */
export type StrokeCap = "round" | "square" | "butt";
export const StrokeCap: readonly StrokeCap[] = ["round", "square", "butt"];
