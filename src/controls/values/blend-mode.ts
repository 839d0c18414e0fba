import { sentAs, type Type } from "../../core/types.ts";

/** How a colour mixes with what is behind it. */
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

/** As CSS has it in `mix-blend-mode`: what the client is sent. */
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
