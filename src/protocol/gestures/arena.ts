/** A gesture that competes for a pointer. */
export interface Contender {
  /** Called when the pointer does this gesture. All other contenders have lost. */
  won(arena: Arena): void;
  /** Called when the pointer does another gesture, or none. */
  lost(arena: Arena): void;
}

/**
 * Decides which gesture one pointer makes: a tap, a drag, or something else, in one control or another. If no contender
 * has claimed the pointer when it goes up, the first one wins, counted from the innermost control. A contender that is
 * the only one left wins at once.
 */
export class Arena {
  readonly #contenders = new Set<Contender>();
  #isOpen = true;
  #holder: Contender | undefined;
  #isOver = false;
  #isSwept = false;

  /** Whether it is decided which gesture the pointer makes. */
  get isOver(): boolean {
    return this.#isOver;
  }

  enter(contender: Contender): void {
    this.#contenders.add(contender);
  }

  /** Closes the arena to further contenders, because all have entered. */
  close(): void {
    this.#isOpen = false;
    this.#settle();
  }

  /** Makes the contender win, because the pointer did what it waits for. */
  claim(contender: Contender): void {
    if (this.#isOver || !this.#contenders.delete(contender)) return;
    this.#isOver = true;
    for (const other of this.#contenders) other.lost(this);
    this.#contenders.clear();
    contender.won(this);
  }

  /** Makes the contender lose, because the pointer did something else. */
  yield(contender: Contender): void {
    if (!this.#contenders.delete(contender)) return;
    contender.lost(this);
    if (this.#holder === contender) this.release();
    this.#settle();
  }

  /** Delays the decision, because the contender needs to see what follows after the pointer has gone up. */
  hold(contender: Contender): void {
    if (this.#contenders.has(contender)) this.#holder = contender;
  }

  release(): void {
    this.#holder = undefined;
    if (this.#isSwept) this.sweep();
  }

  /** Decides the gesture, because the pointer has gone up. */
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
