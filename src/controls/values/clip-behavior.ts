/** Whether what reaches over the edge is cut off. The browser cuts in one way: all but `"none"` look the same. */
export type ClipBehavior = "none" | "hardEdge" | "antiAlias" | "antiAliasWithSaveLayer";
export const ClipBehavior: readonly ClipBehavior[] = ["none", "hardEdge", "antiAlias", "antiAliasWithSaveLayer"];
