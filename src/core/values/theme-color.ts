/** A colour of the theme: another one in light and dark, and for each theme. The client knows what it is. */
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
