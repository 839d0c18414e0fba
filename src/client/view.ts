import type { Document, Json } from "../protocol/messages.ts";
import type { Parts, Renderer, Wire } from "./renderer.ts";
import type { Scope } from "./theming.ts";

/** What a view needs of the connection. */
export interface Outgoing {
  event(id: number, name: string, data: Json | undefined): unknown;
  write(id: number, property: string, value: Json, event: string | undefined): unknown;
}

/** What most controls have: nobody may put anything into it. */
const NONE: Map<string, View | View[]> = new Map();

/** One control on the screen. */
export class View<P = unknown, E extends Parts = Parts> {
  readonly id: number;
  readonly type: string;
  readonly renderer: Renderer<P, E>;
  /** The elements the renderer made. */
  parts!: E;
  /** The properties as they are: what the document leaves out reads its default. */
  props!: Wire<P>;
  parent: View | undefined;
  #children: Map<string, View | View[]> = NONE;
  /** The theme in force here. Undefined as long as nothing on the page has one. */
  scope: Scope | undefined;
  /** It, or a control above it, is disabled. */
  isDisabled = false;
  readonly #app: number;
  readonly #outgoing: Outgoing;

  /** `app` tells the apps on one page apart. */
  constructor(id: number, app: number, type: string, renderer: Renderer<P, E>, outgoing: Outgoing) {
    this.id = id;
    this.#app = app;
    this.type = type;
    this.renderer = renderer;
    this.#outgoing = outgoing;
  }

  get root(): HTMLElement {
    return this.parts.root;
  }

  /** Begins the ids of its elements: no other control on the page has it, nor one of another app. */
  get prefix(): string {
    return `r-${this.#app}-${this.id}`;
  }

  /** Children by slot: one view, or a list of them. */
  get children(): ReadonlyMap<string, View | View[]> {
    return this.#children;
  }

  /** What a slot holds from now on; undefined when it is empty. */
  setChildren(slot: string, views: View | View[] | undefined): void {
    if (views === undefined) this.#children.delete(slot);
    else if (this.#children === NONE) this.#children = new Map([[slot, views]]);
    else this.#children.set(slot, views);
  }

  /** Whether the app listens to an event. */
  hears(event: string): boolean {
    return (this.props as { [name: string]: unknown })[`on${event.charAt(0).toUpperCase()}${event.slice(1)}`] === true;
  }

  /** Something happened. Nothing is sent when the app does not listen, or the control is disabled. */
  emit(event: string, data?: Json): void {
    if (this.hears(event) && !this.isDisabled) this.#outgoing.event(this.id, event, data);
  }

  /**
   * The person changed a property. The value stands at once; it is sent with `event` if the app listens to
   * that, else with the next event or a moment later.
   */
  write(property: string & keyof P, value: Json, event?: string): void {
    if (this.isDisabled) return;
    const heard = event !== undefined && this.hears(event) ? event : undefined;
    this.#outgoing.write(this.id, property, value, heard);
  }

  /** All children, in slot order. */
  allChildren(): View[] {
    return [...this.children.values()].flat();
  }
}

/** Document and defaults as one: a property that the document leaves out reads the default. */
export function propsOf(document: Document, defaults: object): object {
  return Object.assign(Object.create(defaults) as object, document);
}

/** Brings some properties to what the document has. */
export function updateProps(props: object, document: Document, names: readonly string[]): void {
  for (const name of names) {
    if (Object.hasOwn(document, name)) (props as { [name: string]: unknown })[name] = document[name];
    else delete (props as { [name: string]: unknown })[name];
  }
}
