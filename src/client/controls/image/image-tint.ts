import { setStyle } from "../../dom/css.ts";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Blends a color with the drawn pixels of an element. Without a mode, the color replaces them. A filter does this,
 * because a mask cannot use an image of another site. `holder` contains the filter, which has the id `id`.
 */
export function setImageTint(
  target: HTMLElement,
  holder: HTMLElement,
  id: string,
  color: string | null,
  mode?: string | null,
): void {
  holder.querySelector(":scope > .r-image-tint")?.remove();
  setStyle(target, "filter", color === null ? null : `url("#${id}")`);
  if (color === null) return;
  const svg = make("svg", { class: "r-image-tint", "aria-hidden": "true", width: "0", height: "0" });
  const filter = make("filter", { id, "color-interpolation-filters": "sRGB" });
  const flood = make("feFlood", { result: "color" });
  flood.style.setProperty("flood-color", color);
  filter.append(flood);
  const isInPlace = mode == null;
  if (mode === "plus-lighter") {
    filter.append(make("feComposite", { operator: "arithmetic", in2: "SourceGraphic", k2: "1", k3: "1" }));
  } else if (!isInPlace) filter.append(make("feBlend", { mode, in2: "SourceGraphic" }));
  filter.append(make("feComposite", { operator: "in", in2: "SourceAlpha" }));
  svg.append(filter);
  holder.prepend(svg);
}

function make(tag: string, attributes: { readonly [name: string]: string }): SVGElement {
  const made = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
