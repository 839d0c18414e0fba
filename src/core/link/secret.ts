/** Number of bytes of a secret: 192 bits cannot be guessed. */
const BYTES = 24;

/** Returns a new secret from the system's source of randomness, as 48 hexadecimal digits. */
export function makeSecret(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A text that no secret equals. Used if there is no secret, so that the comparison takes the same time. */
const PLACEHOLDER = "-".repeat(BYTES * 2);

/**
 * Returns whether the offered text is the secret. The comparison takes the same time wherever the first difference is,
 * so that timing reveals nothing.
 */
export function isSecret(offered: string, secret: string | undefined): boolean {
  const expected = secret ?? PLACEHOLDER;
  let difference = offered.length ^ expected.length;
  for (let at = 0; at < expected.length; at++) difference |= expected.charCodeAt(at) ^ offered.charCodeAt(at);
  return difference === 0 && secret !== undefined;
}

/**
 * The secrets that give access to a session: the one that the client is known to have, and the one that was sent last.
 * The old secret stays valid until a message of the client proves that the new one has arrived.
 */
export class SessionSecrets {
  #current: string | undefined;
  #next: string | undefined;
  /** Whether the client is known to have the newest secret. */
  isConfirmed = false;

  /** Returns whether a text is one of the secrets. */
  accepts(offered: string): boolean {
    const [isCurrent, isNext] = [isSecret(offered, this.#current), isSecret(offered, this.#next)];
    return isCurrent || isNext;
  }

  /** Makes and returns the next secret. `offered` is the one with which the client came, if any. */
  renew(offered: string | undefined): string {
    if (offered !== undefined && isSecret(offered, this.#next)) this.confirm();
    this.#next = makeSecret();
    this.isConfirmed = false;
    return this.#next;
  }

  /** Makes the old secret invalid, because the client has the new one. */
  confirm(): void {
    this.#current = this.#next;
    this.isConfirmed = true;
  }
}
