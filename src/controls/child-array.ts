import type { Control } from "./control.ts";

/**
 * A live list of children: a real array whose edits are shown. `push`, `splice`, `sort`, assignment to an index and all
 * other ways to change an array work.
 */
export type ChildArray<C = Control> = C[] & ChildArrayMethods<C>;

/** What a list of children can do besides what every array can. */
export interface ChildArrayMethods<C = Control> {
  /** Removes children. Throws `not-found` if one of them is not in the list; then none is removed. */
  remove(...children: C[]): void;
}

/**
 * The lists of children that `P` has, as a control has them: they read as a live list, and take any array. Accessors
 * with two types can only be written by name.
 * @hidden
 */
export type ChildLists<P> = Has<P, "controls", Controls<ItemOf<P, "controls">>> &
  Has<P, "views", Views<ItemOf<P, "views">>> &
  Has<P, "actions", Actions<ItemOf<P, "actions">>> &
  Has<P, "items", Items<ItemOf<P, "items">>> &
  Has<P, "tabs", Tabs<ItemOf<P, "tabs">>> &
  Has<P, "destinations", Destinations<ItemOf<P, "destinations">>> &
  Has<P, "segments", Segments<ItemOf<P, "segments">>> &
  Has<P, "options", Options<ItemOf<P, "options">>> &
  Has<P, "spans", Spans<ItemOf<P, "spans">>> &
  Has<P, "barTrailing", BarTrailing<ItemOf<P, "barTrailing">>> &
  Has<P, "viewTrailing", ViewTrailing<ItemOf<P, "viewTrailing">>>;

type Has<P, K extends string, Accessor> = K extends keyof P ? Accessor : unknown;
type ItemOf<P, K extends string> = P extends { readonly [N in K]?: readonly (infer C)[] | undefined } ? C : never;

interface Controls<C> {
  get controls(): ChildArray<C>;
  set controls(children: readonly C[]);
}
interface Views<C> {
  get views(): ChildArray<C>;
  set views(children: readonly C[]);
}
interface Actions<C> {
  get actions(): ChildArray<C>;
  set actions(children: readonly C[]);
}
interface Items<C> {
  get items(): ChildArray<C>;
  set items(children: readonly C[]);
}
interface Tabs<C> {
  get tabs(): ChildArray<C>;
  set tabs(children: readonly C[]);
}
interface Destinations<C> {
  get destinations(): ChildArray<C>;
  set destinations(children: readonly C[]);
}
interface Segments<C> {
  get segments(): ChildArray<C>;
  set segments(children: readonly C[]);
}
interface Options<C> {
  get options(): ChildArray<C>;
  set options(children: readonly C[]);
}
interface Spans<C> {
  get spans(): ChildArray<C>;
  set spans(children: readonly C[]);
}
interface BarTrailing<C> {
  get barTrailing(): ChildArray<C>;
  set barTrailing(children: readonly C[]);
}
interface ViewTrailing<C> {
  get viewTrailing(): ChildArray<C>;
  set viewTrailing(children: readonly C[]);
}
