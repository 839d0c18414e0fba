/**
 * WebSocket subprotocol of a client that takes a large message in parts, each in a frame of its own. A frame that begins
 * with a line break, which JSON on one line never contains, is continued by the next frame. So the client notices that
 * a large message is on its way: a browser reports no frame before it is complete.
 */
export const PARTS_PROTOCOL = "runlet.parts";
/** First character of a frame that the next frame continues. */
export const MORE = "\n";

/** Largest number of characters in one part. It takes a few seconds over the slowest lines. */
export const PART_LENGTH: number = 32 * 1024;

/** Splits the text of a message into its parts, each of which is valid Unicode. */
export function* splitText(text: string): Generator<{ readonly part: string; readonly isLast: boolean }> {
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = from + PART_LENGTH;
    // The two halves of a character above U+FFFF stay together.
    if ((text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to--;
    yield { part: text.slice(from, to), isLast: to >= text.length };
  }
}
