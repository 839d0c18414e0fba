/** Place of a tile, which determines the style of its title: a list, or a drawer. */
export type ListTileStyle = "list" | "drawer";
export const ListTileStyle: readonly ListTileStyle[] = ["list", "drawer"];

/** Vertical alignment of what is next to the title: relative to the tile's height, or to the title's. */
export type ListTileTitleAlignment = "top" | "center" | "bottom" | "threeLine" | "titleHeight";
export const ListTileTitleAlignment: readonly ListTileTitleAlignment[] = [
  "top",
  "center",
  "bottom",
  "threeLine",
  "titleHeight",
];

/** Side on which the arrow of an ExpansionTile is placed; `"platform"` is after the title. */
export type TileAffinity = "leading" | "trailing" | "platform";
export const TileAffinity: readonly TileAffinity[] = ["leading", "trailing", "platform"];
