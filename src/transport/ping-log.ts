/** Bytes after which a ping follows, so that its answer shows that they were taken. */
const BYTES_PER_PING = 16 * 1024;

interface SentPing {
  readonly text: string;
  /** Bytes of messages that were sent between the previous ping and this one. */
  readonly bytes: number;
}

/**
 * The pings of a connection that are not answered yet, and the bytes before each. Buffers of the system and of proxies
 * may hold megabytes, so only an answer shows what the client has taken. Each ping has a random text, so that a client
 * cannot answer a ping that it has not read.
 */
export class PingLog {
  readonly #unanswered: SentPing[] = [];
  #bytes = 0;

  /** Counts bytes that were sent. Returns whether a ping is due after them. */
  add(bytes: number): boolean {
    this.#bytes += bytes;
    return this.#bytes >= BYTES_PER_PING;
  }

  /** Returns the text of a new ping. */
  next(): string {
    const text = globalThis.crypto.randomUUID();
    this.#unanswered.push({ text, bytes: this.#bytes });
    this.#bytes = 0;
    return text;
  }

  /**
   * Returns the bytes that an answer proves to be taken, or undefined if it answers no ping. A client may answer the
   * last of several pings only.
   */
  answered(text: string): number | undefined {
    const index = this.#unanswered.findIndex((ping) => ping.text === text);
    if (index < 0) return undefined;
    return this.#unanswered.splice(0, index + 1).reduce((sum, { bytes }) => sum + bytes, 0);
  }
}
