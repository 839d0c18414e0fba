import type { IconDrawing } from "../protocol/icon.ts";
import { adopt, css } from "./css.ts";

/** Where drawings of icons are: below an address as `<name>.json`, or with a function that has them. */
export type IconSource = string | URL | ((name: string) => Drawn);
type Drawn = IconDrawing | undefined | Promise<IconDrawing | undefined>;

const SVG = "http://www.w3.org/2000/svg";

let source: IconSource | undefined;
/** What was asked for, by name: once for the page. */
const drawings = new Map<string, Promise<IconDrawing | undefined>>();

/** Says where drawings are, for all apps on the page. */
export function setIconSource(from: IconSource): void {
  source = from;
  drawings.clear();
}

/** Puts an icon into an element by its name, as large as a letter and in its colour, or takes it away. */
export function setIcon(holder: Element, name: unknown): void {
  const before = holder.querySelector<SVGElement>(":scope > .r-icon");
  if (typeof name !== "string" || name === "") return before?.remove();
  if (before?.dataset.name === name) return;
  const icon = before ?? holder.insertBefore(document.createElementNS(SVG, "svg"), holder.firstChild);
  icon.setAttribute("class", "r-icon");
  icon.setAttribute("aria-hidden", "true");
  icon.dataset.name = name;
  icon.replaceChildren();
  void drawingOf(name).then((drawing) => {
    if (drawing !== undefined && icon.dataset.name === name) draw(icon, drawing);
  });
}

function draw(icon: SVGElement, { box, paths, evenOdd }: IconDrawing): void {
  icon.setAttribute("viewBox", box);
  icon.replaceChildren(
    ...paths.map((outline) => {
      const path = document.createElementNS(SVG, "path");
      path.setAttribute("d", outline);
      if (evenOdd === true) path.setAttribute("fill-rule", "evenodd");
      return path;
    }),
  );
}

/** The drawing, or undefined: an icon that cannot be had stays an empty square, and is asked for again next time. */
function drawingOf(name: string): Promise<IconDrawing | undefined> {
  let drawing = drawings.get(name);
  if (drawing === undefined) {
    drawing = find(name).catch(() => {
      drawings.delete(name);
      return undefined;
    });
    drawings.set(name, drawing);
  }
  return drawing;
}

async function find(name: string): Promise<IconDrawing | undefined> {
  if (typeof source === "function") return source(name);
  if (source === undefined) return undefined;
  const response = await fetch(new URL(`${encodeURIComponent(name)}.json`, new URL(source, document.baseURI)));
  return response.ok ? response.json() : undefined;
}

adopt(css`
.r-icon {
  flex: none;
  inline-size: var(--r-icon-size, 24px);
  block-size: var(--r-icon-size, 24px);
  fill: currentColor;
}
`);
