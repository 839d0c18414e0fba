import type { Box, LayoutCase } from "../../test/layout/case.ts";
import { placeLabels, type Rectangle } from "./labels.ts";
import { outlineOf } from "./outline.ts";

/** Colors of boxes, in the order of their keys. Each has enough contrast on white and on black. */
const COLORS = ["#2f7be0", "#c9650f", "#2b9a48", "#9a63e0", "#dd4b45", "#128d9b", "#cf4898", "#8f7430"];
/** Largest width of a drawn window next to an outline, and of one alone, in pixels of the picture. */
const NEXT_TO_OUTLINE = 400;
const ALONE = 560;
const LINE = 17;
const GAP = 28;
const EDGE = 14;
/** Height of the line with the size of the window. */
const HEAD = 22;
/** Width of a character of the outline. Fonts differ, so this is the widest of those in use. */
const CHARACTER = 6.7;

/** What a picture shows. */
export interface Picture {
  readonly shown: LayoutCase;
  /** What a screen reader says first. */
  readonly title: string;
  /** Whether the outline of the controls is drawn next to the window. */
  readonly hasOutline: boolean;
}

interface DrawnBox {
  readonly keys: string[];
  readonly color: string;
  readonly rectangle: Rectangle;
  readonly size: string;
}

/** Draws the boxes of a case as they are in the window, in the format SVG. */
export function draw({ shown, title, hasOutline }: Picture): string {
  const colors = new Map(Object.keys(shown.boxes).map((key, index) => [key, COLORS[index % COLORS.length]!]));
  const scale = Math.min(1, (hasOutline ? NEXT_TO_OUTLINE : ALONE) / shown.width);
  const outline = hasOutline ? outlineOf(shown.page) : [];
  const longest = Math.max(0, ...outline.map(({ text }) => text.length));
  const left = EDGE + (hasOutline ? 14 + longest * CHARACTER + GAP : 0);
  const [width, full] = [shown.width * scale, shown.height * scale];
  const height = Math.min(full, shownHeight(shown) * scale);
  const boxes = drawnBoxes(shown, colors, scale);
  const hidden = Object.keys(shown.boxes).filter((key) => shown.boxes[key] === null);
  const under = hidden.length === 0 ? "" : `nothing is visible of ${hidden.join(", ")}`;
  const rows = Math.max(HEAD + height + (under === "" ? 0 : LINE), outline.length * LINE);
  const [totalWidth, totalHeight] = [left + width + EDGE, EDGE + rows + LINE + 4];

  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="${px(totalWidth)}" height="${px(totalHeight)}" viewBox="0 0 ${px(totalWidth)} ${px(totalHeight)}">`,
    `<title id="title">${escapeText(title)}</title>`,
    `<desc id="desc">${escapeText(description(shown))}</desc>`,
    STYLE,
    `<rect class="paper" width="100%" height="100%" rx="8"/>`,
    ...outline.map(({ text, key }, index) => {
      const y = EDGE + index * LINE + 11;
      const chip =
        key === undefined ? "" : `<rect x="${EDGE}" y="${y - 8}" width="8" height="8" fill="${colors.get(key)}"/>`;
      return `${chip}<text class="code" x="${EDGE + 14}" y="${y}" xml:space="preserve">${escapeText(text)}</text>`;
    }),
    `<text class="note" x="${px(left)}" y="${EDGE + 10}">window ${shown.width} × ${shown.height}</text>`,
    `<g transform="translate(${px(left)} ${EDGE + HEAD})">`,
    windowFrame(width, height, height < full),
    ...boxes.map(
      ({ color, rectangle: { x, y, width: w, height: h } }) =>
        `<rect x="${px(x)}" y="${px(y)}" width="${px(w)}" height="${px(h)}" fill="${color}" fill-opacity="0.16" stroke="${color}" stroke-width="1.5"/>`,
    ),
    ...placeLabels(
      boxes.map(({ keys, rectangle, size }) => ({ name: keys.join(", "), size, rectangle })),
      { width, height },
    ).map(({ name, size, x, y }) => {
      const figures = size === "" ? "" : `<tspan class="size"> ${size}</tspan>`;
      return `<text class="label" x="${px(x)}" y="${px(y)}">${escapeText(name)}${figures}</text>`;
    }),
    ...(under === "" ? [] : [`<text class="note" x="0" y="${px(height + 14)}">${escapeText(under)}</text>`]),
    "</g>",
    `<text class="note" x="${EDGE}" y="${px(totalHeight - 8)}">case ${shown.name}</text>`,
    "</svg>",
  ];
  return `${parts.join("\n")}\n`;
}

const STYLE = `<style>
text { font: 11px system-ui, sans-serif; fill: #1f2328; }
.code { font: 11px ui-monospace, Menlo, Consolas, monospace; }
.label { font-weight: 600; }
.size { font-weight: 400; }
.note { fill: #59636e; }
.paper { fill: #ffffff; }
.frame { fill: none; stroke: #818b98; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.note { fill: #9198a1; }
.paper { fill: #161b22; }
}
</style>`;

/** Returns the edges of the window. If its empty lower part is cut off, the lower edge is missing. */
function windowFrame(width: number, height: number, isCut: boolean): string {
  const [w, h] = [px(width), px(height)];
  if (!isCut) return `<rect class="frame" width="${w}" height="${h}"/>`;
  const end = px(height + 8);
  return `<path class="frame" d="M0 ${h} V0 H${w} V${h}"/><path class="frame" stroke-dasharray="2 3" d="M0 ${h} V${end} M${w} ${h} V${end}"/>`;
}

/** Returns the height of the window up to the last box. All of it, if little is left below. */
function shownHeight({ height, boxes }: LayoutCase): number {
  const last = Math.max(0, ...Object.values(boxes).map((box) => (box === null ? 0 : box[1] + box[3])));
  return last + 30 < height * 0.8 ? last + 30 : height;
}

/** Returns the boxes in the order of drawing. Keys with equal boxes share one. */
function drawnBoxes({ boxes }: LayoutCase, colors: ReadonlyMap<string, string>, scale: number): DrawnBox[] {
  const drawn = new Map<string, DrawnBox>();
  for (const [key, box] of Object.entries(boxes)) {
    if (box === null) continue;
    const [x, y, width, height] = box.map((value) => value * scale) as unknown as NonNullable<Box>;
    const same = drawn.get(String(box));
    if (same !== undefined) same.keys.push(key);
    else {
      const size = `${Math.round(box[2])} × ${Math.round(box[3])}`;
      drawn.set(String(box), { keys: [key], color: colors.get(key)!, rectangle: { x, y, width, height }, size });
    }
  }
  return [...drawn.values()];
}

/** Returns the facts of a picture in words. */
function description({ name, width, height, page, boxes }: LayoutCase): string {
  const controls = outlineOf(page, Number.POSITIVE_INFINITY).map(({ text }) => text.trimEnd());
  const facts = Object.entries(boxes).map(([key, box]) =>
    box === null
      ? `${key}: nothing is visible`
      : `${key}: left ${box[0]}, top ${box[1]}, width ${box[2]}, height ${box[3]}`,
  );
  return `Case ${name}, in a window of ${width} by ${height} pixels.\nControls:\n${controls.join("\n")}\nBoxes:\n${facts.join("\n")}`;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
