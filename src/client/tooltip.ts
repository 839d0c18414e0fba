import type { LayoutProps, Read } from "../core/control-props.ts";
import { adopt, css, element } from "./css.ts";
import { afterUpdate, type Feature } from "./features.ts";
import type { View } from "./view.ts";

/** Milliseconds a pointer rests before the tip shows. */
const DELAY = 500;

/** One tip for the whole page: it is shown where it is needed. */
let tip: HTMLElement | undefined;
/** Whose tip is shown, or about to be. */
let owner: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const texts = new WeakMap<Element, string>();
const listening = new WeakSet<Element>();

export const feature: Feature = { tooltip: describeWithTooltip };
afterUpdate.add(tidyTooltip);

/** Shows `tooltip` when the pointer rests on a control or the keyboard focuses it, and describes it by it. */
function describeWithTooltip(view: View<LayoutProps<Read>>): void {
  const { root, props } = view;
  const text = props.tooltip;
  if (text == null) {
    texts.delete(root);
    root.removeAttribute("aria-description");
    if (owner === root) hide();
    return;
  }
  texts.set(root, text);
  root.setAttribute("aria-description", text);
  if (owner === root && tip?.isConnected === true) tip.textContent = text;
  if (listening.has(root)) return;
  listening.add(root);
  root.addEventListener("pointerenter", () => wait(root, DELAY));
  for (const type of ["pointerleave", "pointerdown"]) root.addEventListener(type, hide);
  root.addEventListener("focusin", (event) => {
    if (event.target instanceof Element && event.target.matches(":focus-visible")) wait(root, 0);
  });
  root.addEventListener("focusout", hide);
}

/** Hides the tip of a control that is on the page no more. */
function tidyTooltip(): void {
  if (owner !== undefined && (!owner.isConnected || owner.getClientRects().length === 0)) hide();
}

function hideOnEscape(event: KeyboardEvent): void {
  if (event.key === "Escape") hide();
}

function wait(root: HTMLElement, ms: number): void {
  if (!texts.has(root)) return;
  clearTimeout(timer);
  owner = root;
  timer = setTimeout(() => show(root), ms);
}

function show(root: HTMLElement): void {
  const text = texts.get(root);
  if (text === undefined || !root.isConnected || root.querySelector(":popover-open") !== null) return;
  if (tip === undefined) {
    adopt(styles);
    tip = element("div", "r-tooltip");
    tip.popover = "manual";
    tip.role = "tooltip";
  }
  const { left, width, top, bottom } = root.getBoundingClientRect();
  tip.textContent = text;
  root.closest(".r-page")?.append(tip);
  tip.showPopover();
  const size = tip.getBoundingClientRect();
  const x = Math.min(Math.max(8, left + width / 2 - size.width / 2), innerWidth - size.width - 8);
  const y = bottom + 8 + size.height > innerHeight ? top - 8 - size.height : bottom + 8;
  tip.style.left = `${x}px`;
  tip.style.top = `${y}px`;
  document.addEventListener("keydown", hideOnEscape);
}

function hide(): void {
  clearTimeout(timer);
  owner = undefined;
  document.removeEventListener("keydown", hideOnEscape);
  if (tip?.isConnected === true && tip.matches(":popover-open")) tip.hidePopover();
}

const styles = css`
.r-tooltip {
  position: fixed;
  inset: auto;
  margin: 0;
  border: 0;
  padding: 4px 8px;
  max-inline-size: 320px;
  border-radius: 4px;
  background: var(--r-inversesurface);
  color: var(--r-oninversesurface);
  font: 400 12px/16px var(--r-font);
  pointer-events: none;
}
`;
