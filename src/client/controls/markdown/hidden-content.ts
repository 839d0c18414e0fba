/** Elements whose content is not text for people, and the end tag of each. */
export const HIDDEN: ReadonlyMap<string, RegExp> = new Map([
  ["script", /<\/script(?=[\s/>])/gi],
  ["style", /<\/style(?=[\s/>])/gi],
]);

/** Finds out which of the scripts and styles that begin in a piece of HTML end in a later piece. */
export class HiddenContent {
  /** Name of the element whose content is being left out. */
  name: string | undefined;
  readonly #ends = new Map<string, number>();

  /** Counts the end tags of a piece. */
  expect(html: string): void {
    this.#count(html, 1);
  }

  /** Called before a piece is split. From now on, only the end tags of later pieces count. */
  reached(html: string): void {
    this.#count(html, -1);
  }

  endsLater(name: string): boolean {
    return (this.#ends.get(name) ?? 0) > 0;
  }

  #count(html: string, step: number): void {
    for (const [name, end] of HIDDEN) {
      const found = html.match(end)?.length ?? 0;
      if (found > 0) this.#ends.set(name, (this.#ends.get(name) ?? 0) + step * found);
    }
  }
}
