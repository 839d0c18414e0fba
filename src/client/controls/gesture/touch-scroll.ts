import type { Arena, ArenaMember } from "../../../input/gestures/arena.ts";
import type { Detector } from "../../../input/gestures/detector.ts";
import { dragSlop, type Sample, subtract } from "../../../input/gestures/gesture.ts";
import { type Scrollable, scrollables } from "../../input/scrollable.ts";

/** Something that scrolls, as a contender for a finger. It is recognized as a drag along its axis. */
interface Contender extends ArenaMember, Scrollable {
  /** Number of detectors inside it, which take precedence. */
  readonly inside: number;
}

/**
 * The scrolling that competes with gestures for one finger, as in Flutter. The browser scrolls by itself, unless it was
 * kept from it while another gesture was more likely. Then this code scrolls.
 */
export class TouchScroll {
  readonly #arena: Arena;
  readonly #start: Sample;
  readonly #detectors: Detector[] = [];
  readonly #contenders: Contender[] = [];
  #next: Element | null;
  /** Whether the browser was kept from scrolling. Then it may not scroll any more for this finger. */
  #wasKept = false;
  #winner: Contender | undefined;

  constructor(arena: Arena, inside: Element, start: Sample) {
    this.#arena = arena;
    this.#next = inside;
    this.#start = start;
  }

  /** Lets what scrolls between the last detector and the next compete. `null`: everything around the last one. */
  enterUntil(root: Element | null): void {
    for (const scrollable of scrollables(this.#next, root)) {
      const contender: Contender = {
        ...scrollable,
        inside: this.#detectors.length,
        won: () => {},
        lost: () => void this.#contenders.splice(this.#contenders.indexOf(contender), 1),
      };
      this.#contenders.push(contender);
      this.#arena.enter(contender);
    }
    this.#next = root;
  }

  /** Adds a detector that competes, too. */
  add(detector: Detector): void {
    this.#detectors.push(detector);
  }

  /** Handles a movement, before the detectors do. */
  move(before: Sample, now: Sample): void {
    if (this.#winner !== undefined) return scroll(this.#winner, before, now);
    if (this.#arena.isOver) return;
    const likely = this.#likely(now);
    if (likely === undefined || this.#share(likely, now) <= 1) return;
    this.#winner = likely;
    this.#arena.claim(likely);
    // A browser that scrolls by itself takes the pointer away, so no further movement arrives.
    if (this.#wasKept) scroll(likely, before, now);
  }

  /** Returns whether the browser must be kept from scrolling. */
  isKept(now: Sample): boolean {
    const isKept = this.#winner === undefined ? this.#isDragLikely(now) : this.#wasKept || !this.#isAlong(now);
    this.#wasKept ||= isKept;
    return isKept;
  }

  #isDragLikely(now: Sample): boolean {
    if (this.#arena.isOver) return false;
    const isDrag = this.#detectors.some((detector) => detector.progress(now) !== undefined);
    if (!isDrag) return false;
    const likely = this.#likely(now);
    return likely === undefined || !this.#isAlong(now, likely);
  }

  /** Returns what the finger scrolls if it moves on as before. Undefined if a drag would win. */
  #likely(now: Sample): Contender | undefined {
    let best: Contender | undefined;
    for (const contender of this.#contenders) {
      if (best === undefined || this.#share(contender, now) > this.#share(best, now)) best = contender;
    }
    if (best === undefined) return undefined;
    const share = this.#share(best, now);
    const { inside } = best;
    const isBeaten = this.#detectors.some((detector, index) => {
      const progress = detector.progress(now);
      return progress !== undefined && (index < inside ? progress >= share : progress > share);
    });
    return isBeaten ? undefined : best;
  }

  #share({ axis }: Scrollable, now: Sample): number {
    return Math.abs(subtract(now, this.#start)[axis]) / dragSlop(now.kind);
  }

  /** Returns whether the finger has moved mostly along the axis, so that the browser would scroll along it. */
  #isAlong(now: Sample, contender: Contender | undefined = this.#winner): boolean {
    const { x, y } = subtract(now, this.#start);
    return contender?.axis === "x" ? Math.abs(x) >= Math.abs(y) : Math.abs(y) >= Math.abs(x);
  }
}

/** Scrolls by the distance between two positions of the finger. */
function scroll({ element, axis }: Scrollable, from: Sample, to: Sample): void {
  const by = subtract(from, to);
  element.scrollBy({ left: axis === "x" ? by.x : 0, top: axis === "y" ? by.y : 0, behavior: "instant" });
}
