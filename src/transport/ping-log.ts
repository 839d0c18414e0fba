/** Pings that may wait for an answer. While there are more, the bytes of later messages are added to the next ping. */
const MAX_UNANSWERED = 4096;

/**
 * The pings of a connection that are not answered yet, and the bytes before each. Buffers of the system and of proxies
 * may hold megabytes, so only an answer shows what the client has taken. Each ping has a random text, so that a client
 * cannot answer a ping that it has not read.
 */
export class PingLog {
  /** Bytes of messages whose taking the answer proves, by the text of the ping, in the order of sending. */
  readonly #unanswered = new Map<string, number>();

  /** Whether the client has left so many pings unanswered that no more should be sent. */
  get isFull(): boolean {
    return this.#unanswered.size >= MAX_UNANSWERED;
  }

  /** Returns the text of a new ping, which is sent after these bytes. */
  add(bytes: number): string {
    const text = globalThis.crypto.randomUUID();
    this.#unanswered.set(text, bytes);
    return text;
  }

  /**
   * Returns the bytes that an answer proves to be taken, or undefined if it answers no ping. A client may answer the
   * last of several pings only.
   */
  answered(text: string): number | undefined {
    if (!this.#unanswered.has(text)) return undefined;
    let sum = 0;
    for (const [ping, bytes] of this.#unanswered) {
      sum += bytes;
      this.#unanswered.delete(ping);
      if (ping === text) break;
    }
    return sum;
  }
}
