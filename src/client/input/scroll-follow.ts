import type { Read } from "../../controls/control-props.ts";
import type { ScrollProps } from "../../controls/scroll-props.ts";
import type { Animate } from "../../values/animation.ts";
import { toEasing } from "../dom/easing.ts";
import type { View } from "../rendering/view.ts";
import { animateScroll, moving, Viewport } from "./scroll-viewport.ts";

type Followed = View<ScrollProps<Read>>;

/** Distance from the end, in pixels, within which a person who has scrolled counts as being at the end. */
const NEAR = 4;
/** Time in milliseconds in which the input of a person may still scroll. Growing content waits for its end. */
const SETTLE_TIME = 150;

/** Scrolling that follows the end of the content, by the element that scrolls. */
const followers = new WeakMap<HTMLElement, Follower>();

/** Scrolls to the end, because the children changed. From then on, growing content is followed, too. */
export function follow(view: Followed): void {
  followerOf(view).childrenChanged();
}

/** Starts to follow the end. `isNew`: the control is new, so it scrolls to the end at once. */
export function watchEnd(view: Followed, isNew: boolean): void {
  const follower = followerOf(view);
  if (isNew) follower.childrenChanged();
  else follower.observe();
}

function followerOf(view: Followed): Follower {
  const known = followers.get(view.root) ?? new Follower(view);
  followers.set(view.root, known);
  return known;
}

/**
 * Keeps the end of the content in view: always when children change, and when the content grows as long as its end was in
 * view before. So it leaves a person alone who has scrolled away to read.
 */
class Follower {
  readonly #view: Followed;
  /** Distance to the end when the content was last measured, in pixels. */
  #end: number;
  #isAtEnd: boolean;
  /** Whether the content has grown since it was last scrolled to its end. */
  #hasGrown = false;
  readonly #sizes = new ResizeObserver(() => this.#resized());
  readonly #observed = new Set<Element>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(view: Followed) {
    const { root } = view;
    this.#view = view;
    this.#end = this.#viewport.maxOffset;
    this.#isAtEnd = this.#isNear(this.#end);
    for (const type of ["scroll", "scrollend"]) {
      root.addEventListener(type, ({ target }) => {
        // The content may have grown since: what counts is the end that the person saw.
        if (target === root && !moving.has(root)) this.#isAtEnd = this.#isNear(this.#end);
      });
    }
    for (const type of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      root.addEventListener(type, () => this.#wait(), { passive: true });
    }
    // Only the children of a Row or Column are directly in the element. Other controls report a change themselves.
    new MutationObserver(() => this.childrenChanged()).observe(root, { childList: true });
  }

  /** The viewport as it is now: its direction may change. */
  get #viewport(): Viewport {
    const { root, props, layout } = this.#view;
    const isHorizontal = (props as { readonly horizontal?: boolean }).horizontal === true;
    return new Viewport(root, isHorizontal ? "x" : (layout.flow ?? "y"));
  }

  get #isOn(): boolean {
    return this.#view.props.autoScroll === true;
  }

  childrenChanged(): void {
    if (!this.#isOn) return;
    // Wait until the children are in the page and laid out.
    requestAnimationFrame(() => {
      this.observe();
      void this.#scroll();
    });
  }

  /** Watches the viewport, and the boxes in it that make up the content. */
  observe(): void {
    const { root, renderer } = this.#view;
    const holder = renderer.slot?.(this.#view, "controls") ?? root;
    // The rows of a list are in a box that is as long as they are.
    const inner = renderer.arranges === undefined ? boxesIn(holder) : [];
    const now = new Set<Element>([root, ...root.children, ...inner]);
    for (const element of this.#observed) if (!now.has(element)) this.#sizes.unobserve(element);
    for (const element of now) if (!this.#observed.has(element)) this.#sizes.observe(element);
    this.#observed.clear();
    for (const element of now) this.#observed.add(element);
  }

  #resized(): void {
    const { maxOffset, at } = this.#viewport;
    if (maxOffset > this.#end) this.#hasGrown = true;
    this.#end = maxOffset;
    const isFree = this.#waiting === undefined && !moving.has(this.#view.root);
    if (this.#isOn && this.#isAtEnd && this.#hasGrown && isFree && at <= maxOffset - 1) void this.#scroll();
  }

  #wait(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      this.#resized();
    }, SETTLE_TIME);
  }

  #isNear(end: number): boolean {
    return this.#viewport.at >= end - NEAR;
  }

  async #scroll(): Promise<void> {
    const { root, props } = this.#view;
    const viewport = this.#viewport;
    this.#isAtEnd = true;
    this.#hasGrown = false;
    let goal = 0;
    const aim = (): number => {
      goal = viewport.maxOffset;
      return goal;
    };
    const isStopped = await animateScroll(root, viewport, aim, toTiming(props.autoScrollAnimation));
    if (moving.has(root)) return;
    this.#end = viewport.maxOffset;
    this.#isAtEnd = this.#isNear(this.#end);
    // The content may have grown during the last frame.
    if (this.#end > goal && !isStopped && this.#isOn) void this.#scroll();
  }
}

/** Returns the boxes in an element. A control of the app's own has none, but its content has. */
function boxesIn(element: Element): Element[] {
  return [...element.children].flatMap((child) =>
    getComputedStyle(child).display === "contents" ? boxesIn(child) : [child],
  );
}

function toTiming(animate: Animate | null | undefined): { duration: number; easing: string } {
  const { duration, curve = "linear" } = typeof animate === "object" ? (animate ?? {}) : {};
  const plain = typeof animate === "number" ? animate : animate == null || animate === false ? 0 : 1000;
  return { duration: duration ?? plain, easing: toEasing(curve) };
}
