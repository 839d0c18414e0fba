import type { Axis, Layout, Limit } from "../../layout/layout.ts";
import { endOf } from "../../protocol/interactions.ts";
import type { Document, Json } from "../../protocol/messages.ts";
import type { EventOptions, WriteOptions } from "../../protocol/outgoing-commands.ts";
import type { Parts, Renderer, Wire } from "./renderer.ts";
import type { ThemeScope } from "./theme-scope.ts";

/** The part of the connection that a view needs. */
export interface Outgoing {
  event(id: number, name: string, data?: Json, options?: EventOptions): unknown;
  write(id: number, property: string, value: Json, event: string | undefined, options?: WriteOptions): unknown;
}

/** Shared by the many controls that are as small as their content. */
const NOTHING = { x: false, y: false } as const;
/** Shared empty map of the many controls without children. It must never be changed. */
const NONE: Map<string, View | View[]> = new Map();

// No member takes a `P` or an `E`, so a view of more properties and elements can be passed where fewer are needed: code
// that fields share takes the view of a text field without a cast.
/** One control on the screen. `P` has the properties that the renderer shows, and `E` the elements that it created. */
export class View<P = unknown, E extends Parts = Parts> {
  /** Number of the control in its session. */
  readonly id: number;
  /** Name of the control's type, such as `Text`. */
  readonly type: string;
  readonly renderer: Renderer;
  /** Elements that the renderer created. */
  parts!: E;
  /** Current values of the properties. A property that the document leaves out reads its default. */
  props!: Wire<P>;
  /** View that contains this one. Undefined for the page. */
  parent: View | undefined;
  #children: Map<string, View | View[]> = NONE;
  /** Theme in effect here. Undefined as long as nothing on the page has one. */
  scope: ThemeScope | undefined;
  /** Whether the control, or one above it, is disabled. */
  isDisabled = false;
  /** How the control lays out its children. */
  layout: Layout;
  /** Slot of the parent that this view is in. */
  slot = "";
  /** Whether the root has no box of its own (`display: contents`), so that the child is laid out in its place. */
  isContents = false;
  /** What the parent said about each axis. Undefined for a view that was not laid out yet. */
  limits: { readonly [axis in Axis]: Limit } | undefined;
  /** Whether the control takes all the space it may have, by axis. */
  takes: { readonly [axis in Axis]: boolean } = NOTHING;
  /** Words by which the style sheets size and place the root: the value of its attribute `data-box`. */
  box = "";
  readonly #app: number;
  readonly #outgoing: Outgoing;

  /** Creates a view. `app` is a number that distinguishes the apps on one page. */
  constructor(id: number, app: number, type: string, renderer: Renderer, layout: Layout, outgoing: Outgoing) {
    this.id = id;
    this.#app = app;
    this.type = type;
    this.renderer = renderer;
    this.layout = layout;
    this.#outgoing = outgoing;
  }

  /** Element of the control in the page. */
  get root(): HTMLElement {
    return this.parts.root;
  }

  /** Prefix of the control's element ids. It is unique on the page, even with several apps. */
  get prefix(): string {
    return `r-${this.#app}-${this.id}`;
  }

  /** Children by slot: one view, or a list of views. */
  get children(): ReadonlyMap<string, View | View[]> {
    return this.#children;
  }

  /** Sets the content of a slot. `undefined` empties the slot. */
  setChildren(slot: string, views: View | View[] | undefined): void {
    if (views === undefined) this.#children.delete(slot);
    else if (this.#children === NONE) this.#children = new Map([[slot, views]]);
    else this.#children.set(slot, views);
  }

  /** Returns whether the app listens to an event. */
  listensTo(event: string): boolean {
    return (this.props as { [name: string]: unknown })[`on${event.charAt(0).toUpperCase()}${event.slice(1)}`] === true;
  }

  /**
   * Emits an event. Nothing is sent if the app listens neither to it nor to the event that ends it, or if the control is
   * disabled.
   */
  emit(event: string, data?: Json, options?: EventOptions): void {
    if ((this.listensTo(event) || this.listensTo(endOf(event))) && !this.isDisabled)
      this.#outgoing.event(this.id, event, data, options);
  }

  /**
   * Writes a property that the person changed. The value applies at once. If the app listens to `event`, each value is sent
   * with that event, in order; with the option `isLatest`, only as many as the line takes, and always the last one.
   * Without a listener, the last value is sent with the next event or a moment later.
   */
  write(property: string & keyof P, value: Json, event?: string, options?: WriteOptions): void {
    if (this.isDisabled) return;
    const listened = event !== undefined && this.listensTo(event) ? event : undefined;
    this.#outgoing.write(this.id, property, value, listened, options);
  }

  /** Returns all children, in slot order. */
  allChildren(): View[] {
    return [...this.children.values()].flat();
  }
}

/** Returns the properties of a document. A property that the document leaves out reads its default. */
export function propsOf(document: Document, defaults: object): object {
  return Object.assign(Object.create(defaults) as object, document);
}

/** Updates some properties from the document. */
export function updateProps(props: object, document: Document, names: readonly string[]): void {
  for (const name of names) {
    if (Object.hasOwn(document, name)) (props as { [name: string]: unknown })[name] = document[name];
    else delete (props as { [name: string]: unknown })[name];
  }
}
