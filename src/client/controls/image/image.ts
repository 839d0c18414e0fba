import type { Read } from "../../../controls/control-props.ts";
import type { ImageProps } from "../../../controls/image/image.ts";
import type { BoxFit } from "../../../values/decoration-image.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { toColor } from "../../dom/css-values.ts";
import { BACKGROUND_REPEATS, BACKGROUND_SIZES } from "../../dom/decoration.ts";
import { toRadius } from "../../dom/shape.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { setImageTint } from "./image-tint.ts";

interface ImageParts extends Parts {
  readonly image: HTMLImageElement;
  /** Image that is shown until `image` has loaded. */
  placeholder: HTMLImageElement | undefined;
  readonly instead: HTMLElement;
}

type ImageView = View<ImageProps<Read>, ImageParts>;
/** State of loading the image. */
type Stage = "waiting" | "shown" | "failed";

/**
 * Values of `object-fit`. CSS has no value for `fitHeight` and `fitWidth`, so a class sets the height or the width
 * instead.
 */
const FITS: { readonly [F in BoxFit]: string | null } = {
  none: "none",
  contain: "contain",
  cover: "cover",
  fill: "fill",
  fitHeight: null,
  fitWidth: null,
  scaleDown: "scale-down",
};

function setFit(image: HTMLElement, fit: BoxFit | null | undefined): void {
  setStyle(image, "object-fit", fit == null ? null : FITS[fit]);
  image.classList.toggle("r-image-fit-width", fit === "fitWidth");
  image.classList.toggle("r-image-fit-height", fit === "fitHeight");
}

function show({ root }: ImageView, stage: Stage): void {
  root.classList.toggle("r-image-waiting", stage === "waiting");
  root.classList.toggle("r-image-failed", stage === "failed");
}

function load(view: ImageView): void {
  const { parts, props, root } = view;
  const src = String(props.src ?? "");
  if (src === (parts.image.getAttribute("src") ?? "")) return;
  // An element without a source is complete, too, but has no image to keep.
  const isShowing = parts.image.hasAttribute("src") && parts.image.complete;
  const keepsLast = props.gaplessPlayback === true && isShowing && !root.classList.contains("r-image-failed");
  if (!keepsLast) show(view, src === "" ? "shown" : "waiting");
  setAttribute(parts.image, "src", src === "" ? null : src);
  tile(view);
}

/**
 * Repeats the image as a background, because an image element cannot be repeated. The element stays, for its size and
 * its accessible name.
 */
function tile({ root, props: { repeat, fit, src } }: ImageView): void {
  const isTiled = repeat !== undefined && repeat !== "noRepeat" && src !== "";
  root.classList.toggle("r-image-tiled", isTiled);
  setStyle(root, "background-image", isTiled ? `url(${JSON.stringify(src)})` : null);
  setStyle(root, "background-repeat", isTiled ? BACKGROUND_REPEATS[repeat] : null);
  setStyle(root, "background-size", isTiled && fit != null ? BACKGROUND_SIZES[fit] : null);
}

function setPlaceholder({ root, parts, props }: ImageView): void {
  const { placeholderSrc: src, placeholderFit, fit } = props;
  if (src == null || src === "") {
    parts.placeholder?.remove();
    parts.placeholder = undefined;
    return;
  }
  if (parts.placeholder === undefined) {
    parts.placeholder = element("img", "r-image-meanwhile");
    parts.placeholder.alt = "";
    root.prepend(parts.placeholder);
  }
  setAttribute(parts.placeholder, "src", String(src));
  setFit(parts.placeholder, placeholderFit ?? fit);
}

/** Sets how images fade in and out. The code for curves is loaded with the code of animations. */
async function setFading(view: ImageView): Promise<void> {
  const { fadeInAnimation, placeholderFadeOutAnimation } = view.props;
  const isSet = fadeInAnimation != null || placeholderFadeOutAnimation != null;
  const toTiming = isSet ? (await import("../../features/animation.ts")).toTiming : () => undefined;
  const { root, props } = view;
  for (const [name, animate] of [
    ["--r-fade-in", props.fadeInAnimation],
    ["--r-fade-out", props.placeholderFadeOutAnimation],
  ] as const) {
    const timing = toTiming(animate);
    setStyle(root, name, timing === undefined ? null : `${timing.duration}ms ${timing.easing}`);
  }
}

function tint({ root, parts, props, prefix }: ImageView): void {
  const isTiled = props.repeat !== undefined && props.repeat !== "noRepeat";
  const color = toColor(props.color);
  const [target, other] = isTiled ? [root, parts.image] : [parts.image, root];
  // Both use the same filter, so the one that is no longer tinted goes first.
  if (other.style.filter !== "") setImageTint(other, root, `${prefix}-tint`, null);
  if (color !== null || target.style.filter !== "")
    setImageTint(target, root, `${prefix}-tint`, color, props.colorBlendMode);
}

function describe({ parts, props: { semanticsLabel, excludeFromSemantics } }: ImageView): void {
  parts.image.alt = excludeFromSemantics === true ? "" : (semanticsLabel ?? "");
}

/** An image. */
export const renderer: Renderer<ImageProps<Read>, ImageParts> = {
  create(view) {
    const root = element("div", "r-image");
    const image = element("img", "r-image-shown");
    image.alt = "";
    image.decoding = "async";
    image.addEventListener("load", () => show(view, "shown"));
    image.addEventListener("error", () => {
      // The error of a source may come after the source was removed.
      if (image.hasAttribute("src")) show(view, "failed");
    });
    const instead = element("div", "r-image-instead");
    root.append(image, instead);
    return { root, image, placeholder: undefined, instead };
  },
  slot: ({ parts }) => parts.instead,
  props: {
    src: load,
    repeat(view) {
      tile(view);
      tint(view);
    },
    fit(view) {
      setFit(view.parts.image, view.props.fit);
      tile(view);
      setPlaceholder(view);
    },
    borderRadius: ({ root, props }) => setStyle(root, "border-radius", toRadius(props.borderRadius)),
    color: tint,
    colorBlendMode: tint,
    semanticsLabel: describe,
    excludeFromSemantics: describe,
    filterQuality: ({ root, props }) =>
      setStyle(root, "image-rendering", props.filterQuality === "none" ? "pixelated" : null),
    placeholderSrc: setPlaceholder,
    placeholderFit: setPlaceholder,
    fadeInAnimation: (view) => void setFading(view),
    placeholderFadeOutAnimation: (view) => void setFading(view),
  },
};

adopt(css`
.r-image {
  display: inline-grid;
  grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  place-items: center;
  min-inline-size: 0;
  max-inline-size: 100%;
  overflow: clip;
}
.r-image > * { grid-area: 1 / 1; min-inline-size: 0; }
.r-image > img { display: block; max-inline-size: 100%; max-block-size: 100%; object-fit: scale-down; }
.r-image:is(.r-box-wide, [data-box~="x"]) > img { inline-size: 100%; }
.r-image:is(.r-box-high, [data-box~="y"]) > img { block-size: 100%; }
.r-image.r-image > .r-image-fit-width { inline-size: 100%; block-size: auto; max-block-size: none; }
.r-image.r-image > .r-image-fit-height { block-size: 100%; inline-size: auto; max-inline-size: none; }
.r-image > .r-image-tint { position: absolute; }
.r-image-tiled > .r-image-shown { opacity: 0; }
.r-image-meanwhile { opacity: 0; transition: opacity var(--r-fade-out, 150ms); }
.r-image-waiting > .r-image-meanwhile { opacity: 1; }
.r-image:has(> .r-image-meanwhile) > .r-image-shown { transition: opacity var(--r-fade-in, 250ms); }
.r-image-shown { transition: opacity var(--r-fade-in, 0s); }
.r-image-waiting > .r-image-shown { opacity: 0; transition: none; }
.r-image > .r-image-instead { display: none; }
.r-image-failed > .r-image-instead { display: grid; }
.r-image-failed > img { display: none !important; }
`);
