/** A color of the theme. Its value depends on the theme and on light or dark mode, so the client looks it up. */
export type ThemeColor =
  | "primary"
  | "onprimary"
  | "primarycontainer"
  | "onprimarycontainer"
  | "primaryfixed"
  | "primaryfixeddim"
  | "onprimaryfixed"
  | "onprimaryfixedvariant"
  | "secondary"
  | "onsecondary"
  | "secondarycontainer"
  | "onsecondarycontainer"
  | "secondaryfixed"
  | "secondaryfixeddim"
  | "onsecondaryfixed"
  | "onsecondaryfixedvariant"
  | "tertiary"
  | "ontertiary"
  | "tertiarycontainer"
  | "ontertiarycontainer"
  | "tertiaryfixed"
  | "tertiaryfixeddim"
  | "ontertiaryfixed"
  | "ontertiaryfixedvariant"
  | "error"
  | "onerror"
  | "errorcontainer"
  | "onerrorcontainer"
  | "surface"
  | "onsurface"
  | "onsurfacevariant"
  | "surfacetint"
  | "surfacedim"
  | "surfacebright"
  | "surfacecontainer"
  | "surfacecontainerlow"
  | "surfacecontainerlowest"
  | "surfacecontainerhigh"
  | "surfacecontainerhighest"
  | "outline"
  | "outlinevariant"
  | "shadow"
  | "scrim"
  | "inversesurface"
  | "oninversesurface"
  | "inverseprimary";
export const ThemeColor: readonly ThemeColor[] = [
  "primary",
  "onprimary",
  "primarycontainer",
  "onprimarycontainer",
  "primaryfixed",
  "primaryfixeddim",
  "onprimaryfixed",
  "onprimaryfixedvariant",
  "secondary",
  "onsecondary",
  "secondarycontainer",
  "onsecondarycontainer",
  "secondaryfixed",
  "secondaryfixeddim",
  "onsecondaryfixed",
  "onsecondaryfixedvariant",
  "tertiary",
  "ontertiary",
  "tertiarycontainer",
  "ontertiarycontainer",
  "tertiaryfixed",
  "tertiaryfixeddim",
  "ontertiaryfixed",
  "ontertiaryfixedvariant",
  "error",
  "onerror",
  "errorcontainer",
  "onerrorcontainer",
  "surface",
  "onsurface",
  "onsurfacevariant",
  "surfacetint",
  "surfacedim",
  "surfacebright",
  "surfacecontainer",
  "surfacecontainerlow",
  "surfacecontainerlowest",
  "surfacecontainerhigh",
  "surfacecontainerhighest",
  "outline",
  "outlinevariant",
  "shadow",
  "scrim",
  "inversesurface",
  "oninversesurface",
  "inverseprimary",
];
