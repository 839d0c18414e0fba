import { adopt, css, element, setStyle } from "../dom/css.ts";
import { afterUpdate, type Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";
import { describeAxis, describeEmpty, pathText, px } from "./box-text.ts";
import { LayoutPanel, type PanelBox, type PanelEntry, type Walk } from "./layout-panel.ts";
import { type Area, MeasuredBoxes } from "./measured-boxes.ts";

/** Length of the mark of a box that has none, in pixels. */
const MARK = 8;

const WALKS: { readonly [key: string]: Walk | undefined } = {
  ArrowUp: "parent",
  ArrowDown: "child",
  ArrowLeft: "previous",
  ArrowRight: "next",
};

const MIRRORED: typeof WALKS = { ...WALKS, ArrowLeft: "next", ArrowRight: "previous" };

/** Debuggers that are shown, by the page whose boxes they show. */
const shown = new Map<View, LayoutDebugger>();

/** Setter of `showLayoutDebugger`. Loaded when it is used. */
export const feature: Feature = {
  showLayoutDebugger: (view: View<{ readonly showLayoutDebugger: boolean }>) => {
    if (view.props.showLayoutDebugger) show(view);
    else shown.get(view)?.close();
  },
};

/** Shows the layout debugger of a page, or hides it. Shown by a key, it takes the focus, so that keys can go on. */
export function toggleLayoutDebugger(page: View | undefined): void {
  if (page === undefined) return;
  const current = shown.get(page);
  if (current === undefined) show(page).takeFocus();
  else current.close();
}

function show(page: View): LayoutDebugger {
  const current = shown.get(page) ?? new LayoutDebugger(page);
  shown.set(page, current);
  return current;
}

/**
 * Outlines the boxes of a page over the app, with a panel about one of them. Everything is measured and drawn in
 * animation frames, so that an update never waits for the layout.
 */
class LayoutDebugger {
  readonly #page: View;
  readonly #root: HTMLElement = element("div", "r-layout-debugger");
  readonly #outlines: HTMLElement = element("div", "r-layout-debugger-outlines");
  readonly #panel: LayoutPanel;
  readonly #abort = new AbortController();
  readonly #sizes = new ResizeObserver(() => this.#schedule());
  readonly #observed = new Set<Element>();
  #boxes: MeasuredBoxes | undefined;
  #frame = 0;
  #selected: View | undefined;
  /** Element that the pointer or the focus has reached since the last frame. */
  #reached: Element | undefined;
  /** Place of the pointer since the last frame, while a box is picked. */
  #point: { readonly x: number; readonly y: number } | undefined;
  #isHeld = false;
  #isPicking = false;
  #wantsFocus = false;
  /** Element that had the focus before the panel. */
  #before: Element | null = null;

  constructor(page: View) {
    this.#page = page;
    this.#panel = new LayoutPanel({
      close: () => this.close(),
      walk: (where) => this.#walk(where),
      select: (id) => this.#hold([...(this.#boxes?.areas.keys() ?? [])].find((view) => view.id === id)),
      pick: (isOn) => this.#setModes(this.#isHeld, isOn),
      hold: (isOn) => this.#setModes(isOn, this.#isPicking),
    });
    this.#root.popover = "manual";
    this.#root.append(this.#outlines, this.#panel.root);
    this.#setModes(false, false);
    this.#listen();
    afterUpdate.add(this.#schedule);
  }

  /** Moves the focus into the panel, as soon as it is shown. */
  takeFocus(): void {
    this.#wantsFocus = true;
    this.#before = document.activeElement;
    this.#reached = this.#before ?? undefined;
  }

  close(): void {
    const hadFocus = this.#root.contains(document.activeElement);
    shown.delete(this.#page);
    afterUpdate.delete(this.#schedule);
    cancelAnimationFrame(this.#frame);
    this.#abort.abort();
    this.#sizes.disconnect();
    this.#root.remove();
    if (hadFocus && this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true });
  }

  #listen(): void {
    const { signal } = this.#abort;
    const early = { signal, capture: true, passive: true };
    const reach = ({ target }: Event): void => {
      if (!(target instanceof Element) || !this.#page.root.contains(target)) return;
      this.#reached = target;
      this.#schedule();
    };
    for (const name of ["pointerover", "focusin"]) document.addEventListener(name, reach, early);
    for (const name of ["scroll", "transitionrun", "animationstart", "transitionend", "animationend", "toggle", "load"])
      document.addEventListener(name, this.#schedule, early);
    addEventListener("resize", this.#schedule, { signal });
    document.addEventListener("keydown", (event) => this.#pressed(event), { signal, capture: true });
    this.#root.addEventListener("pointermove", ({ clientX, clientY, target }) => {
      if (!this.#isPicking || target !== this.#root) return;
      this.#point = { x: clientX, y: clientY };
      this.#schedule();
    });
    this.#root.addEventListener("click", ({ clientX, clientY, target }) => {
      if (!this.#isPicking || target !== this.#root) return;
      this.#hold(this.#viewAt(clientX, clientY));
    });
  }

  #pressed(event: KeyboardEvent): void {
    const { key } = event;
    const isInside = this.#root.contains(document.activeElement);
    if (key === "Escape") {
      // A menu of the app, or a tooltip, is closed first.
      if (!isInside && this.#page.root.querySelector(":popover-open") !== null) return;
      if (this.#isPicking) this.#setModes(this.#isHeld, false);
      else this.close();
    } else {
      const isMirrored = this.#root.dir === "rtl";
      const where = isInside ? (isMirrored ? MIRRORED : WALKS)[key] : undefined;
      if (where === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.#walk(where);
    }
    if (isInside) event.stopPropagation();
  }

  #walk(where: Walk): void {
    this.#hold(this.#selected === undefined ? this.#page : this.#boxes?.next(this.#selected, where));
  }

  /** Selects a box, and keeps it while the pointer moves on. */
  #hold(view: View | undefined): void {
    if (view === undefined) return;
    this.#selected = view;
    this.#setModes(true, false);
    view.root.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #setModes(isHeld: boolean, isPicking: boolean): void {
    this.#isHeld = isHeld;
    this.#isPicking = isPicking;
    // While a box is picked, the overlay lies over the app and gets the press.
    this.#root.classList.toggle("r-layout-debugger-picking", isPicking);
    this.#panel.showModes(isHeld, isPicking);
    this.#schedule();
  }

  #viewAt(x: number, y: number): View | undefined {
    const target = document.elementsFromPoint(x, y).find((each) => this.#page.root.contains(each));
    return target === undefined ? undefined : this.#boxes?.around(target);
  }

  readonly #schedule = (): void => {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  };

  #draw(): void {
    this.#frame = 0;
    const { root } = this.#page;
    // The session has ended, or another one is shown.
    if (!root.isConnected) return this.close();
    const boxes = new MeasuredBoxes(this.#page);
    this.#boxes = boxes;
    this.#select(boxes);
    const empty: (readonly [View, string])[] = [];
    for (const view of boxes.areas.keys()) {
      const text = describeEmpty(view, boxes);
      if (text !== undefined) empty.push([view, text]);
    }
    const box = this.#selected && textsOf(this.#selected, boxes);
    const outlines = outlinesOf(boxes, new Set(empty.map(([view]) => view)), this.#selected);
    const { direction } = getComputedStyle(root);
    const isMoving = document.getAnimations().some(isShort);

    // All is read. From here on, it is written.
    this.#root.dir = direction;
    drawOutlines(this.#outlines, outlines);
    this.#panel.showBox(box);
    this.#panel.showList(
      empty.map(([{ id, type }, text]): PanelEntry => ({ id, text: `${type} (id ${id}): ${text}` })),
    );
    this.#observe(boxes);
    this.#attach();
    if (isMoving) this.#schedule();
  }

  /** Selects what the pointer or the focus has reached. */
  #select(boxes: MeasuredBoxes): void {
    const { x, y } = this.#point ?? {};
    const [reached, isFree] = [this.#reached, !this.#isHeld || this.#isPicking];
    this.#reached = undefined;
    this.#point = undefined;
    const found =
      x !== undefined && y !== undefined
        ? this.#viewAt(x, y)
        : reached === undefined
          ? undefined
          : boxes.around(reached);
    if (isFree && found !== undefined) this.#selected = found;
    if (this.#selected !== undefined && !boxes.areas.has(this.#selected)) this.#selected = undefined;
  }

  /** Watches the sizes of all boxes, also of those that are not drawn now. */
  #observe({ roots }: MeasuredBoxes): void {
    for (const root of this.#observed) {
      if (roots.has(root)) continue;
      this.#observed.delete(root);
      this.#sizes.unobserve(root);
    }
    for (const root of roots.keys()) {
      if (this.#observed.has(root)) continue;
      this.#observed.add(root);
      this.#sizes.observe(root);
    }
  }

  #attach(): void {
    const host = this.#page.root.closest(".r-root");
    if (!this.#root.isConnected) host?.append(this.#root);
    if (this.#root.isConnected && !this.#root.matches(":popover-open")) this.#root.showPopover();
    if (this.#wantsFocus) this.#panel.root.focus({ preventScroll: true });
    this.#wantsFocus = false;
  }
}

function textsOf(view: View, boxes: MeasuredBoxes): PanelBox {
  const axis = (name: "x" | "y", heading: string): PanelBox["axes"][number] => {
    const { said, chose, why } = describeAxis(view, name, boxes);
    return {
      heading: `${heading}: ${px(boxes.of(view, name))}`,
      lines: [said, chose],
      ...(why !== undefined && { why }),
    };
  };
  return {
    title: `${view.type} (id ${view.id})`,
    path: pathText(view),
    axes: [axis("x", "Width"), axis("y", "Height")],
  };
}

/** An outline to draw. */
interface Outline extends Area {
  readonly kind: string;
}

function outlinesOf(boxes: MeasuredBoxes, empty: ReadonlySet<View>, selected: View | undefined): Outline[] {
  const outlines: Outline[] = [];
  for (const view of boxes.areas.keys()) {
    const area = boxes.visibleArea(view);
    if (area === undefined) continue;
    const isEmpty = empty.has(view);
    // What is scrolled out of sight up to its edge is not outlined. What has no size gets a mark.
    if (!isEmpty && (area.right - area.left < 1 || area.bottom - area.top < 1)) continue;
    const kind = `${isEmpty ? "r-layout-debugger-empty" : ""} ${view === selected ? "r-layout-debugger-selected" : ""}`;
    outlines.push({ ...(isEmpty ? grown(area) : area), kind });
  }
  return outlines;
}

/** Returns an area that is long enough to be seen. */
function grown({ left, top, right, bottom }: Area): Area {
  const x = Math.max(0, MARK - (right - left)) / 2;
  const y = Math.max(0, MARK - (bottom - top)) / 2;
  // At the edge of the window, the whole mark stays inside.
  const [moveX, moveY] = [Math.max(0, x - left), Math.max(0, y - top)];
  return { left: left - x + moveX, top: top - y + moveY, right: right + x + moveX, bottom: bottom + y + moveY };
}

function drawOutlines(holder: HTMLElement, outlines: readonly Outline[]): void {
  while (holder.children.length > outlines.length) holder.lastElementChild?.remove();
  for (const [index, { left, top, right, bottom, kind }] of outlines.entries()) {
    const known = holder.children[index] as HTMLElement | undefined;
    const made = known ?? holder.appendChild(element("div", ""));
    made.className = `r-layout-debugger-outline ${kind}`;
    setStyle(made, "translate", `${left}px ${top}px`);
    setStyle(made, "width", `${right - left}px`);
    setStyle(made, "height", `${bottom - top}px`);
  }
}

/** Returns whether an animation is running and will end. */
function isShort({ playState, effect }: Animation): boolean {
  return playState === "running" && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
}

adopt(css`
.r-layout-debugger {
  position: fixed;
  inset: 0;
  inline-size: auto;
  block-size: auto;
  margin: 0;
  border: 0;
  padding: 0;
  overflow: hidden;
  background: none;
  color: inherit;
  pointer-events: none;
}
.r-layout-debugger-picking { pointer-events: auto; cursor: crosshair; }
.r-layout-debugger-outlines { pointer-events: none; }
.r-layout-debugger-outline {
  position: absolute;
  left: 0;
  top: 0;
  border: 1px solid color-mix(in srgb, var(--r-primary) 55%, transparent);
}
.r-layout-debugger-empty { border: 2px dashed var(--r-error); background: color-mix(in srgb, var(--r-error) 25%, transparent); }
.r-layout-debugger-selected { z-index: 1; border: 2px solid var(--r-primary); background: color-mix(in srgb, var(--r-primary) 14%, transparent); }
.r-layout-debugger-empty.r-layout-debugger-selected { border: 2px solid var(--r-error); background: var(--r-error); }
`);
