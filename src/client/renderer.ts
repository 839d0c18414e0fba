import type { Json } from "../protocol/messages.ts";
import type { View } from "./view.ts";

/** An interface of properties as it comes over the wire: handlers have become "somebody listens". */
export type Wire<P> = {
  readonly [K in keyof P]: K extends `on${Capitalize<string>}` ? boolean : P[K];
};

/** The elements that a renderer made for one control. `root` stands in the page. */
export interface Parts {
  readonly root: HTMLElement;
}

/** What brings one property, or several that act together, to the screen. Reads `view.props`. */
export type Setter<P, E extends Parts> = (view: View<P, E>) => void;

/**
 * How one kind of control is shown. One file in `renderers/`, named like the control's; its first doc comment
 * says in which chunk it is loaded: `@family core` is part of the first load, others load when first needed.
 */
export interface Renderer<P = unknown, E extends Parts = Parts> {
  /** Makes the elements and listens to them. Sets no property: the setters do, right after. */
  create(view: View<P, E>): E;
  /**
   * A setter for each property that shows. Called once at first for each that is not neutral (a default of
   * null, false or "" is), then whenever the property changed; several names with the same function are one
   * call. What it does for a default must equal not having been called.
   */
  readonly props?: { readonly [K in keyof Wire<P>]?: Setter<P, E> };
  /**
   * A slot whose children the renderer puts into the page by itself, in `childrenChanged`, which then also hears of
   * children that are shown or hidden.
   */
  readonly arranges?: string;
  /** What the app may ask for, by name: what it returns, or promises, is the answer. */
  readonly methods?: {
    readonly [name: string]: (
      view: View<P, E>,
      args: never,
    ) => Json | undefined | void | Promise<Json | undefined | void>;
  };
  /** Its styles are those of the defaults: at first, no setter is called for a default. Default `false`. */
  readonly impliesDefaults?: boolean;
  /** The element that holds a slot's children. Default: the root. */
  slot?(view: View<P, E>, name: string): HTMLElement;
  /** The view, or one above it, was disabled or enabled. Called at first only if it is disabled. */
  disabled?(view: View<P, E>, isDisabled: boolean): void;
  /** The children of a slot changed. */
  childrenChanged?(view: View<P, E>): void;
  /** The control is gone for good: let go of what is outside the root. */
  destroy?(view: View<P, E>): void;
}
