/** Which of a control's elements, and what is marked in it. */
export type FocusPlace = readonly [element: number, from: number | null, to: number | null];

/** Where the keyboard is on a page: in which control, and where in it. */
export function placeOfFocus(page: Element): { readonly id: number; readonly value: FocusPlace } | undefined {
  const at = document.activeElement as HTMLInputElement | null;
  const root = at?.closest<HTMLElement>("[data-id]");
  if (at === null || root == null || !page.contains(at)) return undefined;
  const { selectionStart = null, selectionEnd = null } = at;
  return { id: Number(root.dataset.id), value: [elementsOf(root).indexOf(at), selectionStart, selectionEnd] };
}

/** Puts the keyboard where it was, unless the person took it elsewhere. */
export function focus(root: HTMLElement, [at, from, to]: FocusPlace): void {
  if (document.activeElement !== document.body) return;
  const element = elementsOf(root)[at] as HTMLInputElement | undefined;
  element?.focus({ preventScroll: true });
  if (from !== null) element?.setSelectionRange?.(from, to);
}

function elementsOf(root: HTMLElement): Element[] {
  return [root, ...root.querySelectorAll("*")];
}
