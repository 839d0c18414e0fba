import type { View } from "../rendering/view.ts";
import { element, setAttribute, setStyle } from "./css.ts";
import { moveOrInsertBefore } from "./insert-before.ts";

/** Positions of rows that are known without drawing them, in pixels. */
export interface GridMetrics {
  /** Number of rows next to each other on each line. */
  readonly lanes: number;
  /** Length of a row along the scroll axis. `gap` is the space after it. */
  readonly extent: number;
  readonly gap: number;
  /** Size of a row across the scroll axis. Undefined: as wide as the list. `acrossGap` is the space after it. */
  readonly across?: number;
  readonly acrossGap?: number;
}

/** Values that decide which rows are drawn, and at which positions. */
export interface RowsLayout {
  readonly isHorizontal: boolean;
  readonly isReverse: boolean;
  readonly isOnDemand: boolean;
  /** Distance beyond the viewport within which rows are drawn, in pixels. */
  readonly overscan: number;
  /** Number of rows that screen readers announce. */
  readonly count: number | undefined;
  /**
   * Positions of the rows. Undefined if each row has its own length; then all rows are drawn. A number is the count of
   * rows to draw until the positions are known.
   */
  readonly metrics: GridMetrics | number | undefined;
}

/**
 * Largest number of rows that are always drawn. A browser remembers the height of a row that it skips. If all rows were
 * empty at first, so is the list, and the browser would never draw what they get later.
 */
const SHORT = 20;

/**
 * The rows of a list, each in a box of its own. If their size is known, only those near the viewport are in the page.
 * Otherwise, the browser skips drawing those that are far away.
 */
export class Rows {
  readonly #view: View;
  readonly #viewport: HTMLElement;
  readonly #holder: HTMLElement;
  readonly #layout: () => RowsLayout;
  /** Boxes that are in the page. */
  readonly #boxes = new Map<View, HTMLElement>();
  readonly #observer = new ResizeObserver(() => this.refresh());
  #isDue = false;
  #isWindow = false;

  constructor(view: View, viewport: HTMLElement, holder: HTMLElement, layout: () => RowsLayout) {
    this.#view = view;
    this.#viewport = viewport;
    this.#holder = holder;
    this.#layout = layout;
    // Tab may focus a row before the list receives its scroll event, so draw the next rows now.
    holder.addEventListener("focusin", () => {
      if (this.#isWindow) this.draw();
    });
  }

  /** All visible rows, drawn or not. */
  get all(): View[] {
    const children = (this.#view.children.get("controls") ?? []) as View[];
    return children.filter(({ root }) => !root.hidden);
  }

  /** Schedules one redraw for all changes that happen together. */
  refresh(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => this.draw());
  }

  /**
   * Returns the offset of a row from the start of the list, in pixels. Undefined if the positions of rows are not
   * known.
   */
  startOf(index: number): number | undefined {
    const { metrics } = this.#layout();
    if (typeof metrics !== "object") return undefined;
    return Math.floor(index / metrics.lanes) * (metrics.extent + metrics.gap);
  }

  draw(): void {
    const isChanged = this.#isDue;
    this.#isDue = false;
    const layout = this.#layout();
    const { metrics, isOnDemand } = layout;
    const rows = this.all;
    const known = typeof metrics === "object" && rows.length > 0 ? metrics : undefined;
    const [from, to] =
      known === undefined
        ? [0, Math.min(rows.length, typeof metrics === "number" ? metrics : rows.length)]
        : isOnDemand
          ? this.#range(layout, known, rows.length)
          : [0, rows.length];
    this.#watch(known !== undefined && isOnDemand);
    this.#setSize(layout, known, rows.length);
    this.#holder.classList.toggle("r-list-short", rows.length <= SHORT);
    setAttribute(this.#holder, "role", rows.length === 0 ? null : "list");
    const drawn = this.#drawn(rows, from, to);
    this.#show(drawn, layout, known, rows.length);
    if (!isChanged) return;
    // A control that came from elsewhere, and is not drawn here, must not stay where it was.
    for (const row of rows) if (!drawn.has(row) && row.root.isConnected) row.root.remove();
  }

  destroy(): void {
    this.#watch(false);
  }

  /** Returns the rows to draw, with their index: those in range, and the one that has the focus. */
  #drawn(rows: readonly View[], from: number, to: number): Map<View, number> {
    const drawn = new Map<View, number>();
    const focused = this.#holder.contains(document.activeElement)
      ? rows.findIndex((row) => row.root.contains(document.activeElement))
      : -1;
    const add = (index: number) => void drawn.set(rows[index] as View, index);
    if (focused >= 0 && focused < from) add(focused);
    for (let index = from; index < to; index++) add(index);
    if (focused >= to) add(focused);
    return drawn;
  }

  /** Returns the range of rows that are in the viewport, or near it. */
  #range({ isHorizontal, isReverse, overscan }: RowsLayout, metrics: GridMetrics, count: number): [number, number] {
    const port = this.#viewport.getBoundingClientRect();
    const all = this.#holder.getBoundingClientRect();
    const isFromEnd = isHorizontal ? isReverse !== (getComputedStyle(this.#viewport).direction === "rtl") : isReverse;
    const [start, end, first, last, window] = isHorizontal
      ? [all.left, all.right, port.left, port.right, innerWidth]
      : [all.top, all.bottom, port.top, port.bottom, innerHeight];
    const [low, high] = [Math.max(first, 0), Math.min(last, window)];
    if (port.width === 0 || port.height === 0) return [0, 0];
    const seen = isFromEnd ? [end - high, end - low] : [low - start, high - start];
    const [begin, stop] = seen as [number, number];
    const line = metrics.extent + metrics.gap;
    const bound = (at: number) => Math.max(0, Math.min(count, at * metrics.lanes));
    return [bound(Math.floor((begin - overscan) / line)), bound(Math.ceil((Math.max(begin, stop) + overscan) / line))];
  }

  #setSize({ isHorizontal }: RowsLayout, metrics: GridMetrics | undefined, count: number): void {
    const holder = this.#holder;
    const lines = metrics === undefined ? 0 : Math.ceil(count / metrics.lanes);
    const size =
      metrics === undefined ? null : `${Math.max(0, lines * (metrics.extent + metrics.gap) - metrics.gap)}px`;
    holder.classList.toggle("r-list-placed", metrics !== undefined);
    setStyle(holder, "block-size", isHorizontal ? null : size);
    setStyle(holder, "inline-size", isHorizontal ? size : null);
    setStyle(holder, "--r-extent", metrics === undefined ? null : `${metrics.extent}px`);
    setStyle(holder, "--r-across", metrics?.across === undefined ? null : `${metrics.across}px`);
  }

  /**
   * Adds, moves and removes boxes, so that the page contains the rows to draw, in order. Moves as few boxes as
   * possible.
   */
  #show(drawn: ReadonlyMap<View, number>, layout: RowsLayout, metrics: GridMetrics | undefined, count: number): void {
    const holder = this.#holder;
    for (const [view, box] of this.#boxes) {
      if (drawn.has(view)) continue;
      box.remove();
      this.#boxes.delete(view);
    }
    let next: Element | null = null;
    for (const [view, index] of [...drawn].reverse()) {
      let box = this.#boxes.get(view);
      if (box === undefined) {
        box = element("div", "r-list-row");
        box.role = "listitem";
        this.#boxes.set(view, box);
      }
      if (view.root.parentElement !== box) moveOrInsertBefore(box, view.root, null);
      const misplaced: Element | null = box.nextElementSibling;
      // If only one box separates this box from the next one, that box belongs further up. Move that box now, or else
      // every box before it would have to move.
      if (box.parentElement === holder && misplaced !== next && misplaced?.nextElementSibling === next) {
        moveOrInsertBefore(holder, misplaced as HTMLElement, holder.firstElementChild);
      }
      if (box.parentElement !== holder || box.nextElementSibling !== next) moveOrInsertBefore(holder, box, next);
      next = box;
      this.#positionBox(box, index, layout, metrics);
      const isCounted = metrics !== undefined || layout.count !== undefined;
      setAttribute(box, "aria-setsize", isCounted ? String(layout.count ?? count) : null);
      setAttribute(box, "aria-posinset", isCounted ? String(index + 1) : null);
    }
  }

  #positionBox(box: HTMLElement, index: number, layout: RowsLayout, metrics: GridMetrics | undefined): void {
    const edge = layout.isReverse ? "end" : "start";
    const starts = { "block-start": "", "block-end": "", "inline-start": "", "inline-end": "" };
    if (metrics !== undefined) {
      const { lanes, extent, gap, across, acrossGap = 0 } = metrics;
      const along = `${Math.floor(index / lanes) * (extent + gap)}px`;
      starts[`${layout.isHorizontal ? "inline" : "block"}-${edge}`] = along;
      if (across !== undefined) {
        starts[layout.isHorizontal ? "block-start" : "inline-start"] = `${(index % lanes) * (across + acrossGap)}px`;
      }
    }
    for (const [side, at] of Object.entries(starts)) setStyle(box, `inset-${side}`, at);
  }

  /**
   * Starts or stops listening for scrolling and resizing. The visible rows also depend on elements that scroll around
   * the list.
   */
  #watch(isWindow: boolean): void {
    if (isWindow === this.#isWindow) return;
    this.#isWindow = isWindow;
    if (isWindow) {
      document.addEventListener("scroll", this.#scrolled, { capture: true, passive: true });
      addEventListener("resize", this.#scrolled);
      this.#observer.observe(this.#viewport);
    } else {
      document.removeEventListener("scroll", this.#scrolled, { capture: true });
      removeEventListener("resize", this.#scrolled);
      this.#observer.disconnect();
    }
  }

  readonly #scrolled = ({ target }: Event): void => {
    if (!(target instanceof Node) || target.contains(this.#viewport)) this.draw();
  };
}
