import type { Node } from "./node.ts";

/** Number of bits of an id inside its block: a block has 64 ids. */
const BITS = 6;
const MASK = 2 ** BITS - 1;

interface Block {
  readonly nodes: (Node | undefined)[];
  count: number;
}

/**
 * Mounted controls by id. Ids are assigned in order, so they are kept in blocks of plain arrays, which costs a fraction
 * of a Map entry each. A block without controls is dropped.
 */
export class NodeTable {
  readonly #blocks = new Map<number, Block>();
  /** The block used last. Cached because controls with adjacent ids come and go together. */
  #lastBlock: Block | undefined;
  #lastNumber = -1;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(id: number): Node | undefined {
    const node = this.#blocks.get(id >> BITS)?.nodes[id & MASK];
    // A client may ask for an id of more than 32 bits, of which the bitwise operators see only the low ones.
    return node?.id === id ? node : undefined;
  }

  add(node: Node): void {
    const block = this.#block(node.id >> BITS);
    block.nodes[node.id & MASK] = node;
    block.count++;
    this.#size++;
  }

  delete(node: Node): void {
    const number = node.id >> BITS;
    const block = this.#block(number);
    block.nodes[node.id & MASK] = undefined;
    this.#size--;
    if (--block.count > 0) return;
    this.#blocks.delete(number);
    this.#lastNumber = -1;
  }

  #block(number: number): Block {
    if (number === this.#lastNumber) return this.#lastBlock as Block;
    let block = this.#blocks.get(number);
    if (block === undefined) {
      block = { nodes: [], count: 0 };
      this.#blocks.set(number, block);
    }
    this.#lastBlock = block;
    this.#lastNumber = number;
    return block;
  }
}
