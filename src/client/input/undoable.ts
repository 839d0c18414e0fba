import { differenceOf } from "../../protocol/text-change.ts";

/** A piece of more lines is not entered: browsers need a second for a thousand lines. */
const MAX_LINES = 100;

/**
 * Changes the text of the focused input so that the person can undo it: the smallest part that differs is entered like
 * a typed text. To set `value` would empty the history of the browser. The result may differ from `after`.
 */
export function enterPiece(input: HTMLInputElement | HTMLTextAreaElement, before: string, after: string): void {
  const { start, end, piece } = differenceOf(before, after);
  if ((before.slice(start, end) + piece).split("\n", MAX_LINES).length === MAX_LINES) return;
  const positions = scrolledAround(input);
  // The limit is for what the person types.
  const limit = input.getAttribute("maxlength");
  if (limit !== null) input.removeAttribute("maxlength");
  input.setSelectionRange(start, end);
  document.execCommand(piece === "" ? "delete" : "insertText", false, piece);
  if (limit !== null) input.setAttribute("maxlength", limit);
  // To move the cursor ends the step, so that what is typed next is another one.
  const elsewhere = input.selectionEnd === 0 ? after.length : 0;
  input.setSelectionRange(elsewhere, elsewhere);
  for (const [element, top, left] of positions) {
    if (element.scrollTop !== top) element.scrollTop = top;
    if (element.scrollLeft !== left) element.scrollLeft = left;
  }
}

/** Returns the scroll positions of the elements around an input: entering a text scrolls it into view. */
function scrolledAround(input: Element): (readonly [element: Element, top: number, left: number])[] {
  const positions: (readonly [Element, number, number])[] = [];
  for (let at = input.parentElement; at !== null; at = at.parentElement)
    positions.push([at, at.scrollTop, at.scrollLeft]);
  return positions;
}
