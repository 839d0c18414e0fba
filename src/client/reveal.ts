import { adopt, css, element } from "./css.ts";
import type { FieldParts } from "./field-spots.ts";
import type { View } from "./view.ts";

/** An eye, and the line through it that is seen while the text is. */
const SHAPES: readonly string[] = [
  "M2 12c2.2-4.2 5.8-6.5 10-6.5s7.8 2.3 10 6.5c-2.2 4.2-5.8 6.5-10 6.5S4.2 16.2 2 12z",
  "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  "M4 4l16 16",
];

/** The button that shows a password: there or not, pressed or not. `toggle` is kept from when it was made. */
export function setReveal<P, E extends FieldParts>(view: View<P, E>, isThere: boolean, isPressed: boolean, toggle: () => void): void {
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
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const shape of SHAPES) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
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
.r-reveal:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
.r-reveal:active { background: color-mix(in srgb, currentColor 10%, transparent); }
.r-reveal:disabled { background: none; cursor: default; }
.r-root .r-reveal:focus-visible { outline-offset: -3px; }
.r-reveal > svg { display: block; fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.r-reveal[aria-pressed="false"] > svg > :last-child { display: none; }
`);
