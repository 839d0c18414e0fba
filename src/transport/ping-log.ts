interface SentPing {
  readonly text: string;
  /** Bytes of messages whose taking the answer proves. */
  readonly bytes: number;
}

/**
 * The pings of a connection that are not answered yet, and the bytes before each. Buffers of the system and of proxies
 * may hold megabytes, so only an answer shows what the client has taken. Each ping has a random text, so that a client
 * cannot answer a ping that it has not read.
 */
export class PingLog {
  readonly #unanswered: SentPing[] = [];

  /** Returns the text of a new ping, which is sent after these bytes. */
  add(bytes: number): string {
    const text = globalThis.crypto.randomUUID();
    this.#unanswered.push({ text, bytes });
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
