import type { IconDrawing } from "../../protocol/icon.ts";
import { adopt, css } from "./css.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Requested drawings by icon name, shared by the whole page. */
const drawings = new Map<string, Promise<IconDrawing | undefined>>();

/** Registers drawings, for a page without a server to load them from. `iconDrawing` of `runlet/server` returns them. */
export function registerIcons(known: { readonly [name: string]: IconDrawing }): void {
  for (const [name, drawing] of Object.entries(known)) drawings.set(name, Promise.resolve(drawing));
}

/**
 * Shows an icon in an element, as large as a character and in the color of the text. Removes the icon if there is no
 * name.
 */
export function setIcon(holder: Element, name: unknown): void {
  const before = holder.querySelector<SVGElement>(":scope > .r-icon");
  if (typeof name !== "string" || name === "") return before?.remove();
  if (before?.dataset.name === name) return;
  const icon = before ?? holder.insertBefore(document.createElementNS(SVG, "svg"), holder.firstChild);
  icon.setAttribute("class", "r-icon");
  icon.setAttribute("aria-hidden", "true");
  icon.dataset.name = name;
  icon.replaceChildren();
  // Wait until a new element is in the page, because the folder of drawings is looked up there.
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

/**
 * Returns a drawing, or undefined, which leaves an empty square. After a failed request, the icon is requested again
 * the next time. An icon that the server does not have is not requested again.
 */
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
  // An icon in a list row that is not drawn yet is outside the page. It uses any root that has a folder.
  const root = icon.closest<HTMLElement>(".r-root") ?? document.querySelector<HTMLElement>(".r-root[data-icons]");
  const folder = root?.dataset.icons;
  if (folder === undefined) throw new Error("no icon folder");
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
