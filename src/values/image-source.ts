import { mismatch, problemWith } from "../core/declaration/problem.ts";
import type { Type } from "../core/declaration/types.ts";
import { urlType } from "./url.ts";

/**
 * An image: a path on this site, an `http` or `https` URL, a `data:image/…` URL, or the image itself. The image itself
 * is the text of an SVG, the bytes of an image file, or either of them as base64. A path or an `http` URL has at most
 * 65,536 characters.
 */
export type ImageSource = string | Uint8Array;

const PROTOCOLS: readonly string[] = ["http:", "https:"];
/** @internal */
export const imageUrlType: Type<string> = urlType(
  "a path, an http or https address, or data:image/…",
  "/photo.jpg",
  ({ protocol, pathname }) => (protocol === "data:" ? /^image\//i.test(pathname) : PROTOCOLS.includes(protocol)),
);

/** First characters of the files of each image format, as base64. */
const BEGINNINGS: readonly (readonly [beginning: string, kind: string])[] = [
  ["iVBORw0KGgo", "png"],
  ["/9j/", "jpeg"],
  ["R0lGOD", "gif"],
  ["UklGR", "webp"],
  ["Qk", "bmp"],
  ["AAABAA", "x-icon"],
  ["PHN2Zy", "svg+xml"],
  ["PD94bWwg", "svg+xml"],
];
/** What may precede the root element of an SVG, by its first and last characters. */
const PROLOG: readonly (readonly [beginning: string, end: string])[] = [
  ["<?xml", ">"],
  ["<!--", "-->"],
  ["<!doctype", ">"],
];
/** Minimum length of base64; shorter texts are paths. */
const SHORTEST_BASE64 = 40;

/**
 * Type of an image source. The client always receives a URL.
 * @internal
 */
export const imageSourceType: Type<ImageSource> = {
  name: "ImageSource",
  check(value) {
    if (value instanceof Uint8Array) {
      return kindOf(toBase64(value)) === undefined
        ? problemWith("is not in an image format that browsers support")
        : undefined;
    }
    if (typeof value !== "string") return mismatch(imageSourceType, value);
    return isSvg(value) || isBase64(value) ? undefined : imageUrlType.check(value);
  },
  encode(value) {
    if (typeof value !== "string") return toDataUrl(toBase64(value));
    // Half of a character, as a cut text may end with, has no code in a URL.
    if (isSvg(value)) return `data:image/svg+xml,${encodeURIComponent(value.toWellFormed())}`;
    return isBase64(value) ? toDataUrl(value.replace(/\s/g, "")) : value;
  },
  expects: () => 'an address such as "/photo.jpg", base64, the text of an SVG, or bytes',
  example: () => "/photo.jpg",
};

function kindOf(base64: string): string | undefined {
  return BEGINNINGS.find(([beginning]) => base64.startsWith(beginning))?.[1];
}

/** Returns whether a text is an SVG. Each part before its root is read once, so that many of them take no longer. */
function isSvg(text: string): boolean {
  let rest = text.trimStart();
  for (;;) {
    const part = PROLOG.find(([beginning]) => rest.slice(0, beginning.length).toLowerCase() === beginning);
    if (part === undefined) return /^<svg[\s>]/i.test(rest);
    const [beginning, end] = part;
    const at = rest.indexOf(end, beginning.length);
    if (at === -1) return false;
    rest = rest.slice(at + end.length).trimStart();
  }
}

function isBase64(text: string): boolean {
  return text.length >= SHORTEST_BASE64 && kindOf(text) !== undefined && /^[a-z0-9+/\s]+=*$/i.test(text.trimEnd());
}

function toDataUrl(base64: string): string {
  return `data:image/${kindOf(base64)};base64,${base64}`;
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
