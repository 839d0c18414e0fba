/** The focused element of a control, by index, and the start and end of the selection in it. */
export type FocusPosition = readonly [element: number, from: number | null, to: number | null];

/**
 * Returns the control that has the focus, and the position of the focus in it. Undefined if the focus is outside the
 * page.
 */
export function focusPosition(page: Element): { readonly id: number; readonly value: FocusPosition } | undefined {
  const at = document.activeElement as HTMLInputElement | null;
  const root = at?.closest<HTMLElement>("[data-id]");
  if (at === null || root == null || !page.contains(at)) return undefined;
  const { selectionStart = null, selectionEnd = null } = at;
  return { id: Number(root.dataset.id), value: [elementsOf(root).indexOf(at), selectionStart, selectionEnd] };
}

/** Restores the focus, unless the person has moved it meanwhile. */
export function focus(root: HTMLElement, [at, from, to]: FocusPosition): void {
  if (document.activeElement !== document.body) return;
  const element = elementsOf(root)[at] as HTMLInputElement | undefined;
  element?.focus({ preventScroll: true });
  if (from !== null) element?.setSelectionRange?.(from, to);
}

function elementsOf(root: HTMLElement): Element[] {
  return [root, ...root.querySelectorAll("*")];
}
