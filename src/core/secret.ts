/** Bytes of a secret: 192 bits cannot be guessed. */
const BYTES = 24;

/** A new secret, from the system's source of randomness, as 48 hexadecimal digits. */
export function makeSecret(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What no secret is like: compared with where there is nothing to compare with, so that it takes as long. */
const NOTHING = "-".repeat(BYTES * 2);

/** Whether what was offered is the secret. Takes as long for a wrong letter at the front as at the end. */
export function isSecret(offered: string, secret: string | undefined): boolean {
  const expected = secret ?? NOTHING;
  let difference = offered.length ^ expected.length;
  for (let at = 0; at < expected.length; at++) difference |= expected.charCodeAt(at) ^ offered.charCodeAt(at);
  return difference === 0 && secret !== undefined;
}
