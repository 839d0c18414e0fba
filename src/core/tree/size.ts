/** Number of characters up to which a text counts as part of its control, so that it is not measured. */
export const SHORT_TEXT = 100;
/** Approximate bytes of an object or array, and of each of its members, without the texts in it. */
const OBJECT_BYTES = 32;
const MEMBER_BYTES = 16;
/** A character takes one byte or two. Only a search of the text could find out which. */
const CHARACTER_BYTES = 2;

/**
 * Returns the approximate bytes in memory of a value of a document. Numbers and short texts count as part of their
 * control, so they have 0 bytes.
 */
export function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length > SHORT_TEXT ? value.length * CHARACTER_BYTES : 0;
  if (typeof value !== "object" || value === null) return 0;
  try {
    return sizeOfObject(value);
  } catch {
    // The app's own types may accept a cycle, or a proxy that throws. Such a value cannot be sent, which is reported.
    return 0;
  }
}

function sizeOfObject(value: object): number {
  let bytes = OBJECT_BYTES;
  for (const member of Object.values(value)) {
    bytes += MEMBER_BYTES;
    if (typeof member === "string") bytes += member.length * CHARACTER_BYTES;
    else if (typeof member === "object" && member !== null) bytes += sizeOfObject(member);
  }
  return bytes;
}
