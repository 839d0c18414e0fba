import { adopt, css, element } from "../../dom/css.ts";
import type { FieldParts } from "../../parts/field-spots.ts";
import type { View } from "../../rendering/view.ts";

const SVG = "http://www.w3.org/2000/svg";
/** An eye, and a line through it that is shown while the text is visible. */
const SHAPES: readonly string[] = [
  "M2 12c2-4 6-6.5 10-6.5s8 2.5 10 6.5c-2 4-6 6.5-10 6.5S4 16 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  "M4 4l16 16",
];

/** Shows the button that reveals a password, or removes it. The button keeps the `toggle` with which it was created. */
export function setReveal<P, E extends FieldParts>(
  view: View<P, E>,
  isThere: boolean,
  isPressed: boolean,
  toggle: () => void,
): void {
  const { box, input } = view.parts;
  const known = box.querySelector(":scope > .r-reveal");
  if (!isThere) return known?.remove();
  const button = known ?? makeReveal(toggle);
  button.ariaPressed = String(isPressed);
  (button as HTMLButtonElement).disabled = view.isDisabled;
  if (known === null) (box.querySelector(":scope > .r-field-suffix") ?? input).after(button);
}

function makeReveal(toggle: () => void): HTMLButtonElement {
  const button = element("button", "r-reveal");
  button.type = "button";
  button.ariaLabel = "Show password";
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  for (const shape of SHAPES) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  button.append(svg);
  button.addEventListener("click", (click) => {
    click.stopPropagation();
    toggle();
  });
  return button;
}

adopt(css`
.r-reveal {
  flex: none;
  align-self: center;
  inline-size: 40px;
  block-size: 40px;
  margin-inline: 4px -12px;
  border: 0;
  padding: 8px;
  border-radius: 50%;
  background: none;
  color: var(--r-onsurfacevariant);
  cursor: pointer;
}
.r-reveal:enabled:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
.r-reveal:disabled { color: inherit; cursor: default; }
.r-root .r-reveal:focus-visible { outline-offset: -3px; }
.r-reveal > svg { display: block; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
.r-reveal[aria-pressed="false"] > svg > :last-child { display: none; }
`);
