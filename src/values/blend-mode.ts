import { sentAs, type Type } from "../core/declaration/types.ts";

/** Way in which a color is mixed with what is behind it. */
export type BlendMode =
  | "srcOver"
  | "multiply"
  | "screen"
  | "overlay"
  | "darken"
  | "lighten"
  | "colorDodge"
  | "colorBurn"
  | "hardLight"
  | "softLight"
  | "difference"
  | "exclusion"
  | "hue"
  | "saturation"
  | "color"
  | "luminosity"
  | "plus";

/** Values of the CSS property `mix-blend-mode`, which the client receives. */
const CSS: { readonly [M in BlendMode]: string } = {
  srcOver: "normal",
  multiply: "multiply",
  screen: "screen",
  overlay: "overlay",
  darken: "darken",
  lighten: "lighten",
  colorDodge: "color-dodge",
  colorBurn: "color-burn",
  hardLight: "hard-light",
  softLight: "soft-light",
  difference: "difference",
  exclusion: "exclusion",
  hue: "hue",
  saturation: "saturation",
  color: "color",
  luminosity: "luminosity",
  plus: "plus-lighter",
};

export const BlendMode: readonly BlendMode[] = Object.keys(CSS) as BlendMode[];
export const blendModeType: Type<BlendMode> = sentAs(CSS);
