/** Milliseconds within which letters make one word. */
const PAUSE = 700;

/** Which arrows move: up and down, left and right, or all. */
export type RovingAxis = "x" | "y" | "both";

/**
 * Which of several items a key leads to from one of them: arrows go round, Home and End go to the ends. Undefined for
 * any other key. Works for items that have the keyboard in turn, and for options that a field points at.
 */
export function nextItem<T>(
  items: readonly T[],
  from: T | undefined,
  key: string,
  axis: RovingAxis,
  isRtl = false,
): T | undefined {
  if (key === "Home") return items[0];
  if (key === "End") return items.at(-1);
  const step = (axis !== "x" && STEPS_Y[key]) || (axis !== "y" && (STEPS_X[key] ?? 0) * (isRtl ? -1 : 1));
  if (!step) return undefined;
  const at = from === undefined ? -1 : items.indexOf(from);
  if (at === -1) return step > 0 ? items[0] : items.at(-1);
  return items[(at + step + items.length) % items.length];
}

const STEPS_Y: { readonly [key: string]: number | undefined } = { ArrowUp: -1, ArrowDown: 1 };
const STEPS_X: { readonly [key: string]: number | undefined } = { ArrowLeft: -1, ArrowRight: 1 };

/** Whether text runs from right to left where an element stands. */
export function isRtlAt(element: Element): boolean {
  return getComputedStyle(element).direction === "rtl";
}

/** Lets Tab reach one of several items only: the one that arrows were at last. */
export function setTabStop(items: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}

/** Finds items by their first letters, typed one after the other. */
export class TypeAhead {
  #typed = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * The item that a key leads to; undefined if the key is no letter, or none begins so. The same letter goes on; any
   * other key begins a new word, so give it all of them.
   */
  find<T extends Element>(items: readonly T[], from: T | undefined, event: TypedKey): T | undefined {
    const { key } = event;
    clearTimeout(this.#timer);
    const isLetter = key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isLetter) this.#typed = "";
    if (!isLetter || (key === " " && this.#typed === "")) return undefined;
    this.#timer = setTimeout(() => {
      this.#typed = "";
    }, PAUSE);
    this.#typed += key.toLocaleLowerCase();
    const isOne = [...this.#typed].every((letter) => letter === this.#typed[0]);
    const wanted = isOne ? (this.#typed[0] ?? "") : this.#typed;
    const at = from === undefined ? -1 : items.indexOf(from);
    const first = isOne ? at + 1 : Math.max(0, at);
    const inOrder = [...items.slice(first), ...items.slice(0, first)];
    return inOrder.find((item) => (item.textContent ?? "").trim().toLocaleLowerCase().startsWith(wanted));
  }
}

type TypedKey = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;
