/** One of several that may be what a pointer does. */
export interface Contender {
  /** It is this one: all others have lost. */
  won(arena: Arena): void;
  /** It is another one, or none. */
  lost(arena: Arena): void;
}

/**
 * Decides what one pointer does: a tap, a drag, or something else, in one control or another. Who comes first, from the
 * inside out, wins if nobody has claimed the pointer when it goes up; the last one left wins at once.
 */
export class Arena {
  readonly #contenders = new Set<Contender>();
  #isOpen = true;
  #holder: Contender | undefined;
  #isOver = false;
  #isSwept = false;

  /** Whether it is known what the pointer does. */
  get isOver(): boolean {
    return this.#isOver;
  }

  enter(contender: Contender): void {
    this.#contenders.add(contender);
  }

  /** All who take part are there. */
  close(): void {
    this.#isOpen = false;
    this.#settle();
  }

  /** It is what the contender waits for. */
  claim(contender: Contender): void {
    if (this.#isOver || !this.#contenders.delete(contender)) return;
    this.#isOver = true;
    for (const other of this.#contenders) other.lost(this);
    this.#contenders.clear();
    contender.won(this);
  }

  /** It is not what the contender waits for. */
  yield(contender: Contender): void {
    if (!this.#contenders.delete(contender)) return;
    contender.lost(this);
    if (this.#holder === contender) this.release();
    this.#settle();
  }

  /** The contender needs to see more after the pointer has gone up. */
  hold(contender: Contender): void {
    if (this.#contenders.has(contender)) this.#holder = contender;
  }

  release(): void {
    this.#holder = undefined;
    if (this.#isSwept) this.sweep();
  }

  /** The pointer has gone up. */
  sweep(): void {
    this.#isSwept = true;
    const [first] = this.#contenders;
    if (this.#holder === undefined && first !== undefined) this.claim(first);
  }

  #settle(): void {
    const [first] = this.#contenders;
    if (!this.#isOpen && first !== undefined && this.#contenders.size === 1) this.claim(first);
  }
}
