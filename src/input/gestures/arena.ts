/** A gesture that competes for a pointer. */
export interface ArenaMember {
  /** Called when the pointer makes this gesture. All other contenders have lost. */
  won(arena: Arena): void;
  /** Called when the pointer makes another gesture, or none. */
  lost(arena: Arena): void;
}

/**
 * Decides which gesture one pointer makes: a tap, a drag, or something else, in one control or another. If no contender
 * has claimed the pointer when it goes up, the first one wins, counted from the innermost control. A contender that is
 * the only one left wins at once.
 */
export class Arena {
  readonly #members = new Set<ArenaMember>();
  #isOpen = true;
  #holder: ArenaMember | undefined;
  #isOver = false;
  #isSwept = false;

  /** Whether a contender has won. */
  get isOver(): boolean {
    return this.#isOver;
  }

  enter(member: ArenaMember): void {
    this.#members.add(member);
  }

  /** Closes the arena to further contenders, because all have entered. */
  close(): void {
    this.#isOpen = false;
    this.#resolveIfOneLeft();
  }

  /** Makes the contender win, because the pointer made its gesture. */
  claim(member: ArenaMember): void {
    if (this.#isOver || !this.#members.delete(member)) return;
    this.#isOver = true;
    for (const other of this.#members) other.lost(this);
    this.#members.clear();
    member.won(this);
  }

  /** Makes the contender lose, because the pointer did not make its gesture. */
  yield(member: ArenaMember): void {
    if (!this.#members.delete(member)) return;
    member.lost(this);
    if (this.#holder === member) this.release();
    this.#resolveIfOneLeft();
  }

  /** Delays the decision after the pointer has gone up, because the contender waits, for example for a second tap. */
  hold(member: ArenaMember): void {
    if (this.#members.has(member)) this.#holder = member;
  }

  /** Ends the delay of `hold`. */
  release(): void {
    this.#holder = undefined;
    if (this.#isSwept) this.sweep();
  }

  /** Decides the gesture, because the pointer has gone up. */
  sweep(): void {
    this.#isSwept = true;
    const [first] = this.#members;
    if (this.#holder === undefined && first !== undefined) this.claim(first);
  }

  /** Makes all contenders lose, because something else took the pointer, such as the browser's scrolling. */
  abandon(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const members = [...this.#members];
    this.#members.clear();
    this.#holder = undefined;
    for (const member of members) member.lost(this);
  }

  #resolveIfOneLeft(): void {
    const [first] = this.#members;
    if (!this.#isOpen && first !== undefined && this.#members.size === 1) this.claim(first);
  }
}
