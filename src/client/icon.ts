import type { IconDrawing } from "../protocol/icon.ts";
import { adopt, css } from "./css.ts";

const SVG = "http://www.w3.org/2000/svg";

/** What was asked for, by name: once for the page. */
const drawings = new Map<string, Promise<IconDrawing | undefined>>();

/** Brings drawings along, for a page that has no server to ask for them. `iconDrawing` of `runlet/server` has them. */
export function registerIcons(known: { readonly [name: string]: IconDrawing }): void {
  for (const [name, drawing] of Object.entries(known)) drawings.set(name, Promise.resolve(drawing));
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
  // What is made now is on the page once this turn is over.
  void Promise.resolve()
    .then(() => drawingOf(name, icon))
    .then((drawing) => {
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
function drawingOf(name: string, icon: Element): Promise<IconDrawing | undefined> {
  let drawing = drawings.get(name);
  if (drawing === undefined) {
    drawing = fetchDrawing(name, icon).catch(() => {
      drawings.delete(name);
      return undefined;
    });
    drawings.set(name, drawing);
  }
  return drawing;
}

async function fetchDrawing(name: string, icon: Element): Promise<IconDrawing | undefined> {
  // A row of a list that is not near yet stands nowhere: it asks where the page does.
  const root = icon.closest<HTMLElement>(".r-root") ?? document.querySelector<HTMLElement>(".r-root[data-icons]");
  const folder = root?.dataset.icons;
  if (folder === undefined) throw new Error("nowhere to ask");
  const response = await fetch(new URL(`${encodeURIComponent(name)}.json`, folder));
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
