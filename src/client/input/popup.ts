import type { AlignmentPoint, Offset } from "../../values/layout.ts";
import { adopt, css, setStyle } from "../dom/css.ts";
import { focusOwners, openPopups } from "./focus-owners.ts";

/**
 * Position of a popup: below its anchor (above if there is more space), on top of it, at its end, or with its corner at
 * a point of the anchor.
 */
export type PopupSide = "under" | "over" | "beside" | AlignmentPoint;

/** Reason why a popup closed: the Escape key, a press outside, focus that moved outside, or a call. */
export type PopupEnd = "escape" | "outside" | "left" | "code";

/** Options of a {@link Popup}. Functions are called each time, because properties may change in between. */
export interface PopupOptions {
  /** Element that the popup is placed at. A press inside it is not a press outside the popup. */
  readonly anchor: HTMLElement;
  readonly side: () => PopupSide;
  /** Returns an offset in pixels: towards the end of the line, and down. */
  readonly offset?: () => Offset | null | undefined;
  /** Returns whether the popup is at least as wide as its anchor. Default `false`. */
  readonly isAsWide?: () => boolean;
  readonly opened?: () => void;
  readonly closed?: (end: PopupEnd) => void;
}

/** Distance between a popup and the edges of the viewport, in pixels. */
const MARGIN = 8;

/**
 * An element in the top layer that is placed at another element, inside the viewport, until it is closed or loses
 * focus. It keeps its place in the document, so that it inherits colors and direction, and keeps its place in the Tab
 * order.
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
    focusOwners.set(element, () => options.anchor);
  }

  get isOpen(): boolean {
    return this.#whileOpen !== undefined;
  }

  open(): void {
    if (this.isOpen || !this.element.isConnected) return;
    const stop = new AbortController();
    const { signal } = stop;
    this.#whileOpen = stop;
    openPopups.set(this.element, { anchor: this.#options.anchor, close: () => this.close("left") });
    this.element.showPopover();
    this.updatePosition();
    const isElsewhere = (target: EventTarget | null): boolean => target instanceof Node && !this.#contains(target);
    const closeIfElsewhere = (event: Event): void => {
      if (isElsewhere(event.target)) this.close("outside");
    };
    document.addEventListener("pointerdown", closeIfElsewhere, { capture: true, signal });
    for (const part of [this.element, this.#options.anchor]) {
      part.addEventListener("keydown", (event) => this.#closeOnEscape(event), { signal });
      // Capture phase, because focus events inside a menu are stopped before they bubble to the menu's owner.
      part.addEventListener("focusout", ({ relatedTarget }) => isElsewhere(relatedTarget) && this.close("left"), {
        capture: true,
        signal,
      });
    }
    const reposition = (event: Event): void => {
      if (!(event.target instanceof Node && this.element.contains(event.target))) this.updatePosition();
    };
    document.addEventListener("scroll", reposition, { capture: true, passive: true, signal });
    window.addEventListener("resize", reposition, { signal });
    this.#options.opened?.();
  }

  close(end: PopupEnd = "code"): void {
    if (!this.isOpen) return;
    this.#whileOpen?.abort();
    this.#whileOpen = undefined;
    openPopups.delete(this.element);
    const { anchor, closed } = this.#options;
    if (this.element.contains(document.activeElement)) anchor.focus({ preventScroll: true });
    if (this.element.matches(":popover-open")) this.element.hidePopover();
    closed?.(end);
  }

  /** Updates the position of the popup. Call it after the anchor moved or the content changed. */
  updatePosition(): void {
    const { anchor, side, offset, isAsWide } = this.#options;
    const { element } = this;
    const at = anchor.getBoundingClientRect();
    const placement = side();
    const isRtl = getComputedStyle(anchor).direction === "rtl";
    setStyle(element, "--r-popup-width", isAsWide?.() === true ? `${at.width}px` : null);
    const below = innerHeight - at.bottom - MARGIN;
    const isAbove = placement === "under" && below < element.scrollHeight && at.top - MARGIN > below;
    const available = placement !== "under" ? innerHeight - 2 * MARGIN : isAbove ? at.top - MARGIN : below;
    setStyle(element, "--r-popup-room", `${Math.max(0, available)}px`);
    element.classList.toggle("r-popup-above", isAbove);
    element.classList.toggle("r-popup-scrolls", element.scrollHeight > element.clientHeight);
    const { offsetWidth: width, offsetHeight: height } = element;
    const shift = offset?.();
    const x = toX(placement, at, width, isRtl) + (shift?.x ?? 0) * (isRtl ? -1 : 1);
    const y = toY(placement, at, isAbove ? -height : at.height) + (shift?.y ?? 0);
    setStyle(element, "left", `${within(x, width, innerWidth)}px`);
    setStyle(element, "top", `${within(y, height, innerHeight)}px`);
  }

  #contains(target: Node): boolean {
    return this.element.contains(target) || this.#options.anchor.contains(target);
  }

  #closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    // Otherwise, Escape would also close a dialog that contains the popup.
    event.preventDefault();
    event.stopPropagation();
    this.close("escape");
  }
}

/**
 * Returns the horizontal position. A popup at the end of its anchor is placed at the start instead if only the start
 * has enough space.
 */
function toX(placement: PopupSide, at: DOMRect, width: number, isRtl: boolean): number {
  if (typeof placement === "object") return at.left + ((placement.x + 1) / 2) * at.width - (isRtl ? width : 0);
  if (placement !== "beside") return isRtl ? at.right - width : at.left;
  const [toLeft, toRight] = [at.left - width, at.right];
  const [hasLeft, hasRight] = [toLeft >= MARGIN, toRight + width <= innerWidth - MARGIN];
  return (isRtl ? hasLeft || !hasRight : hasLeft && !hasRight) ? toLeft : toRight;
}

function toY(placement: PopupSide, at: DOMRect, under: number): number {
  if (typeof placement === "object") return at.top + ((placement.y + 1) / 2) * at.height;
  return placement === "under" ? at.top + under : at.top;
}

function within(at: number, size: number, available: number): number {
  return Math.max(MARGIN, Math.min(at, available - size - MARGIN));
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
