import type { Alignment, Offset } from "../core/values/layout.ts";
import { adopt, css, setStyle } from "./css.ts";

/**
 * Where a popup stands: below its anchor (above where there is more room), on top of it, at its end, or with its corner
 * at a point of the anchor.
 */
export type PopupSide = "under" | "over" | "beside" | Alignment;

/** Why a popup closed: by the Escape key, something pressed elsewhere, the keyboard that went elsewhere, or the code. */
export type PopupEnd = "escape" | "outside" | "left" | "code";

/** What a popup depends on. Asked anew each time, so that properties may change in between. */
export interface PopupOptions {
  /** What it stands by. What is pressed in it is not elsewhere. */
  readonly anchor: HTMLElement;
  readonly side: () => PopupSide;
  /** Moves it, in pixels: towards the end of the line, and down. */
  readonly offset?: () => Offset | null | undefined;
  /** Whether it is at least as wide as its anchor. Default `false`. */
  readonly isAsWide?: () => boolean;
  readonly opened?: () => void;
  readonly closed?: (end: PopupEnd) => void;
}

/** Pixels between a popup and the edges of the window. */
const MARGIN = 8;

/**
 * An element in the top layer that stands by another, inside the window, until it is closed or left. It stays where
 * it is in the document, so colours, direction and the order of Tab are those of its place.
 */
export class Popup {
  readonly element: HTMLElement;
  readonly #options: PopupOptions;
  #whileOpen: AbortController | undefined;

  constructor(element: HTMLElement, options: PopupOptions) {
    this.element = element;
    this.#options = options;
    element.popover = "manual";
    element.classList.add("r-popup");
  }

  get isOpen(): boolean {
    return this.#whileOpen !== undefined;
  }

  open(): void {
    if (this.isOpen || !this.element.isConnected) return;
    const stop = new AbortController();
    const { signal } = stop;
    this.#whileOpen = stop;
    this.element.showPopover();
    this.place();
    const isElsewhere = (target: EventTarget | null): boolean => target instanceof Node && !this.#holds(target);
    const closeIfElsewhere = (event: Event): void => {
      if (isElsewhere(event.target)) this.close("outside");
    };
    document.addEventListener("pointerdown", closeIfElsewhere, { capture: true, signal });
    for (const part of [this.element, this.#options.anchor]) {
      part.addEventListener("keydown", (event) => this.#closeOnEscape(event), { signal });
      // In the capturing phase: what is in a menu is not told to what the menu stands in.
      part.addEventListener("focusout", ({ relatedTarget }) => isElsewhere(relatedTarget) && this.close("left"), {
        capture: true,
        signal,
      });
    }
    const again = (event: Event): void => {
      if (!(event.target instanceof Node && this.element.contains(event.target))) this.place();
    };
    document.addEventListener("scroll", again, { capture: true, passive: true, signal });
    window.addEventListener("resize", again, { signal });
    this.#options.opened?.();
  }

  close(end: PopupEnd = "code"): void {
    if (!this.isOpen) return;
    this.#whileOpen?.abort();
    this.#whileOpen = undefined;
    const { anchor, closed } = this.#options;
    if (this.element.contains(document.activeElement)) anchor.focus({ preventScroll: true });
    if (this.element.matches(":popover-open")) this.element.hidePopover();
    closed?.(end);
  }

  /** Brings it to its place: to call when the anchor moved or the content became another. */
  place(): void {
    const { anchor, side, offset, isAsWide } = this.#options;
    const { element } = this;
    const at = anchor.getBoundingClientRect();
    const where = side();
    const isRtl = getComputedStyle(anchor).direction === "rtl";
    setStyle(element, "--r-popup-width", isAsWide?.() === true ? `${at.width}px` : null);
    const below = innerHeight - at.bottom - MARGIN;
    const isAbove = where === "under" && below < element.scrollHeight && at.top - MARGIN > below;
    const room = where !== "under" ? innerHeight - 2 * MARGIN : isAbove ? at.top - MARGIN : below;
    setStyle(element, "--r-popup-room", `${Math.max(0, room)}px`);
    element.classList.toggle("r-popup-above", isAbove);
    element.classList.toggle("r-popup-scrolls", element.scrollHeight > element.clientHeight);
    const { offsetWidth: width, offsetHeight: height } = element;
    const shift = offset?.();
    const x = toX(where, at, width, isRtl) + (shift?.x ?? 0) * (isRtl ? -1 : 1);
    const y = toY(where, at, isAbove ? -height : at.height) + (shift?.y ?? 0);
    setStyle(element, "left", `${within(x, width, innerWidth)}px`);
    setStyle(element, "top", `${within(y, height, innerHeight)}px`);
  }

  #holds(target: Node): boolean {
    return this.element.contains(target) || this.#options.anchor.contains(target);
  }

  #closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    // What it stands in, a dialog for one, stays open.
    event.preventDefault();
    event.stopPropagation();
    this.close("escape");
  }
}

/** Along the line: begins where the anchor begins, or stands at its end; on the other side where only that has room. */
function toX(where: PopupSide, at: DOMRect, width: number, isRtl: boolean): number {
  if (typeof where === "object") return at.left + ((where.x + 1) / 2) * at.width - (isRtl ? width : 0);
  if (where !== "beside") return isRtl ? at.right - width : at.left;
  const [toLeft, toRight] = [at.left - width, at.right];
  const [hasLeft, hasRight] = [toLeft >= MARGIN, toRight + width <= innerWidth - MARGIN];
  return (isRtl ? hasLeft || !hasRight : hasLeft && !hasRight) ? toLeft : toRight;
}

function toY(where: PopupSide, at: DOMRect, under: number): number {
  if (typeof where === "object") return at.top + ((where.y + 1) / 2) * at.height;
  return where === "under" ? at.top + under : at.top;
}

function within(at: number, size: number, room: number): number {
  return Math.max(MARGIN, Math.min(at, room - size - MARGIN));
}

adopt(css`
:where(.r-popup) {
  position: fixed;
  inset: auto;
  margin: 0;
  border: 0;
  padding: 0;
  min-inline-size: var(--r-popup-width, 0);
  max-inline-size: calc(100vw - 16px);
  max-block-size: var(--r-popup-room, none);
  overflow: auto;
  overscroll-behavior: contain;
  color: var(--r-onsurface);
}
:where(.r-popup):not(:popover-open) { pointer-events: none; }
.r-popup:popover-open {
  transition: opacity var(--r-popup-time, 120ms) var(--r-popup-curve, ease-out), translate var(--r-popup-time, 160ms) var(--r-popup-curve, cubic-bezier(0.2, 0, 0, 1));
}
@starting-style {
  .r-popup:popover-open { opacity: 0; translate: 0 -8px; }
  .r-popup-above:popover-open { translate: 0 8px; }
}
`);
