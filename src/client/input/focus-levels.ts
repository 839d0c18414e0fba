import type { FocusLevel } from "../../input/focus-order.ts";
import { focusOwners, viewOpeners } from "./focus-owners.ts";
import { isOut, tabStopsIn, topViewOf } from "./focusable.ts";
import type { Place, Removals } from "./removals.ts";

type Level = FocusLevel<HTMLElement>;

/** Items of groups in which arrow keys move the focus, with the elements that hold them. */
const GROUPS: readonly (readonly [item: string, holder: string])[] = [
  ["[role^=menuitem]", "[role=menu], [role=menubar]"],
  ["[role=tab]", "[role=tablist]"],
  ["[role=radio], [role=checkbox], input[type=radio]", "[role=radiogroup], [role=group]"],
];
const CHOSEN = "[role=tab][aria-selected=true], [role=radio][aria-checked=true], input:checked";

/** A group, and its items in order, whether they are usable or not. */
export interface FocusGroup {
  readonly holder: Element;
  readonly items: readonly HTMLElement[];
}

/** Returns the group that an element is an item of. `parent` is an element in the page that is or was around it. */
export function groupOf(element: Element, parent: Element | null): FocusGroup | undefined {
  for (const [item, holderName] of GROUPS) {
    const holder = element.matches(item) ? parent?.closest(holderName) : undefined;
    if (holder == null) continue;
    const all = [...holder.querySelectorAll<HTMLElement>(item)];
    return { holder, items: all.filter((one) => one.parentElement?.closest(holderName) === holder) };
  }
  return undefined;
}

/**
 * Returns the candidates around an element that can no longer have the focus, the nearest first. `seen` are the elements
 * from which the search has come: what opened a View may be in that View by now.
 */
export function* levelsAround(
  lost: Element,
  removals: Removals,
  page: Element,
  seen: ReadonlySet<Element> = new Set(),
): Iterable<Level> {
  if (seen.has(lost)) return;
  const known = new Set([...seen, lost]);
  const view = lost.closest(".r-view");
  if (view !== null && isOut(view)) return yield* levelsBelow(view, removals, page, known);
  if (lost.isConnected) yield { after: tabStopsIn(lost), before: [] };
  // What was moved to where it cannot be used is followed by what is at its old place.
  const place = removals.placeBefore(lost) ?? removals.placeOf(lost);
  if (place === undefined) return yield { after: tabStopsIn(page), before: [] };
  const group = groupOf(lost, place.parent);
  if (group !== undefined) yield levelIn(group, place);
  yield* levelsFrom(place, removals, page, known);
}

function levelIn({ items }: FocusGroup, place: Place): Level {
  const others = items.filter((item) => item !== place.element);
  const first = others.findIndex((item) => isAfter(place, item));
  const at = first === -1 ? others.length : first;
  return {
    chosen: others.find((item) => item.matches(CHOSEN)),
    after: others.slice(at),
    before: others.slice(0, at).reverse(),
  };
}

/** Returns the candidates in each element around a place, outwards. */
function* levelsFrom(place: Place, removals: Removals, page: Element, seen: ReadonlySet<Element>): Iterable<Level> {
  for (let at: Place | undefined = place; at !== undefined; at = removals.placeOf(at.parent)) {
    const { parent } = at;
    const owner = focusOwners.get(parent)?.();
    const isView = parent.matches(".r-view");
    const own = owner ?? (isView || (parent as HTMLElement).tabIndex >= 0 ? (parent as HTMLElement) : undefined);
    if (!isOut(parent)) yield { after: following(at), before: preceding(at), owner: own };
    // A View covers everything outside it.
    if (parent === page || isView) return;
    if (owner !== undefined) return yield* levelsAround(owner, removals, page, seen);
  }
}

/** Returns the candidates after a View is gone: what had the focus before it opened, or else what is below it now. */
function* levelsBelow(view: Element, removals: Removals, page: Element, seen: ReadonlySet<Element>): Iterable<Level> {
  const opener = viewOpeners.get(view);
  if (opener !== undefined) {
    yield { after: [], before: [], owner: opener as HTMLElement };
    yield* levelsAround(opener, removals, page, seen);
  }
  const window = page.querySelector(".r-window");
  const below = window === null ? undefined : topViewOf(window);
  yield { after: tabStopsIn(below ?? page), before: [], owner: below };
}

function* following({ next }: Place): Iterable<HTMLElement> {
  for (let at = next; at !== null; at = at.nextSibling) if (at instanceof Element) yield* tabStopsIn(at);
}

/** Returns the candidates before a place, the nearest first. In another item of the same kind, its first one is the nearest. */
function* preceding({ previous, element }: Place): Iterable<HTMLElement> {
  for (let at = previous; at !== null; at = at.previousSibling) {
    if (!(at instanceof Element) || at === element) continue;
    const inside = tabStopsIn(at);
    yield* isSameKind(at, element) ? inside : inside.reverse();
  }
}

function isSameKind(one: Element, other: Element): boolean {
  return one.role === other.role && one.classList[0] === other.classList[0];
}

function isAfter({ parent, next }: Place, node: Node): boolean {
  const { DOCUMENT_POSITION_FOLLOWING: later, DOCUMENT_POSITION_CONTAINED_BY: within } = Node;
  if (next !== null) return next.contains(node) || (next.compareDocumentPosition(node) & later) !== 0;
  const position = parent.compareDocumentPosition(node);
  return (position & later) !== 0 && (position & within) === 0;
}
