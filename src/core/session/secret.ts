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
