/**
 * Whether content that overflows the edge is clipped. A browser clips in one way only: all values except `"none"` look
 * the same.
 */
export type ClipBehavior = "none" | "hardEdge" | "antiAlias" | "antiAliasWithSaveLayer";
export const ClipBehavior: readonly ClipBehavior[] = ["none", "hardEdge", "antiAlias", "antiAliasWithSaveLayer"];
