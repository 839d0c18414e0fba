/** Where a tile stands: in a list, or in a drawer. */
export type ListTileStyle = "list" | "drawer";
export const ListTileStyle: readonly ListTileStyle[] = ["list", "drawer"];

/** How what stands beside the title is placed: by the tile's height, or by the title's. */
export type ListTileTitleAlignment = "top" | "center" | "bottom" | "threeLine" | "titleHeight";
export const ListTileTitleAlignment: readonly ListTileTitleAlignment[] = [
  "top",
  "center",
  "bottom",
  "threeLine",
  "titleHeight",
];

/** On which side the arrow of an ExpansionTile stands; `"platform"` is behind the title. */
export type TileAffinity = "leading" | "trailing" | "platform";
export const TileAffinity: readonly TileAffinity[] = ["leading", "trailing", "platform"];
