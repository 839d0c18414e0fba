import type { Border, BorderSide, BorderSides } from "../../values/border.ts";
import type { BoxDecoration } from "../../values/box-decoration.ts";
import type { BoxShadow, Shadow } from "../../values/box-shadow.ts";
import type { BoxFit, DecorationImage, ImageRepeat } from "../../values/decoration-image.ts";
import { adopt, css, element, setStyle } from "./css.ts";
import { inFull, toColor, toPosition } from "./css-values.ts";
import { toGradient } from "./gradient.ts";
import { toRadius, toSide } from "./shape.ts";

/** Background, border, corners and shadows of a box. */
export type Decoration = { readonly [K in keyof BoxDecoration]?: BoxDecoration[K] | null };

/** Draws a decoration. Parts that it leaves out are removed. */
export function setDecoration(target: HTMLElement, decoration: Decoration): void {
  const { border, shape } = decoration;
  const sides = border == null || isOneSide(border) ? null : border;
  setStyle(target, "border", sides === null ? toSide(border as BorderSide | null) : "0 none");
  for (const edge of EDGES) if (sides !== null) setStyle(target, `border-${edge}`, toSide(sides[edge]) ?? "0 none");
  setStyle(target, "border-radius", shape === "circle" ? "50%" : toRadius(decoration.borderRadius));
  setStyle(target, "box-shadow", toShadow(decoration.shadows));
  setFill(target, decoration);
  setImage(target, decoration.image);
}

/** Draws a decoration over the content of an element, or removes it. */
export function setForeground(target: HTMLElement, decoration: BoxDecoration | null | undefined): void {
  const known = target.querySelector<HTMLElement>(":scope > .r-layer-foreground");
  if (decoration == null) return known?.remove();
  const layer = known ?? element("div", "r-layer r-layer-foreground");
  setDecoration(layer, decoration);
  if (known === null) target.prepend(layer);
}

const EDGES: readonly (keyof BorderSides)[] = ["top", "right", "bottom", "left"];

function isOneSide(given: Border): given is BorderSide {
  const border = inFull(given);
  return "width" in border || "color" in border || "style" in border;
}

function toShadow(shadow: Shadow | null | undefined): string {
  const shadows = (shadow == null ? [] : [shadow].flat()) as readonly BoxShadow[];
  return shadows
    .map(({ offset, blurRadius = 0, spreadRadius = 0, color = "#000000" }) => {
      return `${offset?.x ?? 0}px ${offset?.y ?? 0}px ${blurRadius}px ${spreadRadius}px ${toColor(color)}`;
    })
    .join(", ");
}

/**
 * Sets the background. A background with a blend mode gets a layer of its own, so that the content of the box is not
 * blended.
 */
function setFill(target: HTMLElement, { bgcolor, gradient, blendMode }: Decoration): void {
  const fill = gradient == null ? toColor(bgcolor) : toGradient(gradient);
  const layer = layerOf(target, "r-layer-fill", blendMode != null);
  setStyle(target, "background", layer === undefined ? fill : null);
  if (layer === undefined) return;
  setStyle(layer, "background", fill);
  setStyle(layer, "mix-blend-mode", blendMode);
}

/** Sets the background image. It has a layer of its own, because only a layer can have an opacity. */
function setImage(target: HTMLElement, image: DecorationImage | null | undefined): void {
  const layer = layerOf(target, "r-layer-image", image != null);
  if (layer === undefined || image == null) return;
  setStyle(layer, "background-image", `url(${JSON.stringify(image.src)})`);
  setStyle(layer, "background-size", BACKGROUND_SIZES[image.fit ?? "scaleDown"]);
  setStyle(layer, "background-position", toPosition(image.alignment) ?? "center");
  setStyle(layer, "background-repeat", BACKGROUND_REPEATS[image.repeat ?? "noRepeat"]);
  setStyle(layer, "opacity", image.opacity === undefined ? null : String(image.opacity));
}

/**
 * Values of `background-size`. CSS has no `scale-down` for backgrounds. An image is rarely smaller than its box, so
 * `contain` is used.
 */
export const BACKGROUND_SIZES: { readonly [F in BoxFit]: string } = {
  none: "auto",
  contain: "contain",
  cover: "cover",
  fill: "100% 100%",
  fitHeight: "auto 100%",
  fitWidth: "100% auto",
  scaleDown: "contain",
};

/** Values of `background-repeat`. */
export const BACKGROUND_REPEATS: { readonly [R in ImageRepeat]: string } = {
  noRepeat: "no-repeat",
  repeat: "repeat",
  repeatX: "repeat-x",
  repeatY: "repeat-y",
};

function layerOf(target: HTMLElement, className: string, isNeeded: boolean): HTMLElement | undefined {
  const known = target.querySelector<HTMLElement>(`:scope > .${className}`);
  if (!isNeeded) known?.remove();
  if (!isNeeded || known !== null) return known !== null && isNeeded ? known : undefined;
  const made = element("div", `r-layer ${className}`);
  const fill = target.querySelector(":scope > .r-layer-fill");
  if (fill === null) target.prepend(made);
  else fill.after(made);
  return made;
}

adopt(css`
.r-layer { position: absolute; inset: 0; border-radius: inherit; pointer-events: none; }
.r-layer-foreground { z-index: 1; }
.r-view > .r-layer-foreground { position: fixed; z-index: 2; }
`);
