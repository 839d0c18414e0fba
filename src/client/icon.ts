import { adopt, css } from "./css.ts";

const SVG = "http://www.w3.org/2000/svg";

/** The drawing of each icon that was asked for: path data, in a square of so many units. */
const drawings = new Map<string, Promise<{ readonly size: number; readonly path: string } | undefined>>();

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
    if (drawing === undefined || icon.dataset.name !== name) return;
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", drawing.path);
    icon.setAttribute("viewBox", `0 0 ${drawing.size} ${drawing.size}`);
    icon.replaceChildren(path);
  });
}

function drawingOf(name: string): Promise<{ readonly size: number; readonly path: string } | undefined> {
  let drawing = drawings.get(name);
  if (drawing === undefined) {
    drawing = fetch(new URL(`icons/${name}`, import.meta.url)).then(
      (response) => (response.ok ? response.json() : undefined),
      () => undefined,
    );
    drawings.set(name, drawing);
  }
  return drawing;
}

adopt(css`
.r-icon {
  flex: none;
  inline-size: var(--r-icon-size, 24px);
  block-size: var(--r-icon-size, 24px);
  fill: currentColor;
}
`);
