/** Time in milliseconds within which typed characters form one word. */
const PAUSE = 700;

/** Arrow keys that move: up and down, left and right, or all. */
export type RovingAxis = "x" | "y" | "both";

/**
 * Returns the item that a key leads to. Arrows wrap around, and Home and End go to the ends. Undefined for any other
 * key. Works for items that are focused in turn, and for options that a field highlights.
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

/** Returns whether text runs from right to left at an element. */
export function isRtlAt(element: Element): boolean {
  return getComputedStyle(element).direction === "rtl";
}

/** Lets Tab reach only one of several items, usually the one that has been focused last. */
export function setTabStop(items: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}

/** Finds items by their first characters, typed one after the other. */
export class TypeAhead {
  #typed = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Returns the item that begins with the typed characters. Undefined if no item does, or if the key is not a
   * character. The same character again finds the next item. Any other key starts a new word, so pass all keys to this
   * method.
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
