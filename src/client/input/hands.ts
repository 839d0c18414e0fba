import { begin } from "./click-place.ts";
import { keepFocus } from "./focus.ts";

/**
 * Starts what a person needs who uses the page: a click belongs to where it was pressed, and the focus moves on when the
 * control that has it goes. `event` came while this code was loading, and `path` was its path.
 */
export function useHands(event: Event | undefined, path: readonly EventTarget[] | undefined): void {
  begin(event, path);
  keepFocus(event?.type === "focusin" ? event.target : undefined);
}
