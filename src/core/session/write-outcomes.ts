import { isEqual } from "../declaration/equal.ts";
import { isPlainObject } from "../declaration/types.ts";
import { sizeOf } from "../tree/size.ts";

/** Number of outcomes that are remembered. The event that reports a write arrives right behind it. */
const MAX_OUTCOMES = 50;
/** Approximate bytes of the largest value that is remembered. The event of a larger one names the property. */
const MAX_BYTES = 4096;

/** What became of a client's write other than that the property took the value. */
interface Outcome {
  /** Value that the client wrote. Undefined for a large one. */
  readonly written: unknown;
  /** Value that the property took instead. Undefined: the write was refused. */
  readonly taken: { readonly value: unknown } | undefined;
}

/** Data of an event that is not run. */
export const REFUSED: unique symbol = Symbol("refused");

/**
 * Writes of a client that had another outcome than it expects. The event that reports such a write gets the value that the
 * property took, and does not run after a write that was refused.
 */
export class WriteOutcomes {
  readonly #outcomes = new Map<number, Map<string, Outcome>>();

  /** Records that a property took the client's value, so that events may report it. */
  accepted(id: number, name: string): void {
    if (this.#outcomes.size > 0) this.#outcomes.get(id)?.delete(name);
  }

  /** Records that a property took another value than the client wrote. */
  changed(id: number, name: string, written: unknown, value: unknown): void {
    this.#record(id, name, written, { value });
  }

  refused(id: number, name: string, written: unknown): void {
    this.#record(id, name, written, undefined);
  }

  #record(id: number, name: string, written: unknown, taken: Outcome["taken"]): void {
    const ofControl = this.#outcomes.get(id) ?? new Map<string, Outcome>();
    this.#outcomes.delete(id);
    this.#outcomes.set(id, ofControl);
    ofControl.set(name, { written: sizeOf(written) > MAX_BYTES ? undefined : written, taken });
    const [oldest] = this.#outcomes.keys();
    if (this.#outcomes.size > MAX_OUTCOMES && oldest !== undefined) this.#outcomes.delete(oldest);
  }

  /** Returns the data for an event that has the value of a property, which now is `current`, or {@link REFUSED}. */
  valueOf(id: number, name: string, current: unknown): unknown {
    const outcome = this.#outcomes.get(id)?.get(name);
    return outcome !== undefined && outcome.taken === undefined ? REFUSED : current;
  }

  /**
   * Returns the data of an event that may report writes: the data itself, or an object with the written values by the
   * names of the properties. `current` returns the value of a property.
   */
  dataFor(id: number, data: unknown, current: (name: string) => unknown): unknown {
    let reported = data;
    for (const [name, { written, taken }] of this.#outcomes.get(id) ?? []) {
      const isPart = isPlainObject(data) && Object.hasOwn(data, name);
      const value = isPart ? data[name] : data;
      if (written === undefined || !isEqual(value, written) || isEqual(value, current(name))) continue;
      if (taken === undefined) return REFUSED;
      reported = isPart ? { ...(reported as object), [name]: taken.value } : taken.value;
    }
    return reported;
  }
}
