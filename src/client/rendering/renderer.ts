import type { Layout } from "../../layout/layout.ts";
import type { Json } from "../../protocol/messages.ts";
import type { View } from "./view.ts";

/** Properties as they arrive over the wire. A handler arrives as a boolean: whether the app listens. */
export type Wire<P> = {
  readonly [K in keyof P]: K extends `on${Capitalize<string>}` ? boolean : P[K];
};

/** Elements that a renderer created for one control. `root` is placed in the page. */
export interface Parts {
  readonly root: HTMLElement;
}

/** A function that shows one property, or several that act together. It reads `view.props`. */
export type Setter<P, E extends Parts> = (view: View<P, E>) => void;

/**
 * A method that the app can call. The returned or promised value is the answer. The type is written as a method, whose
 * parameters TypeScript compares less strictly: a list of renderers holds methods for views of any kind.
 */
export type Method<P, E extends Parts> = {
  method(view: View<P, E>, args: never): Json | undefined | void | Promise<Json | undefined | void>;
}["method"];

// The file of a renderer has the name of the control's file, and is in the folder of the control's family. A family is
// one chunk, loaded when a control of it is first needed, or part of the first load (`scripts/families.ts` lists those).
/** The code that shows one type of control in the browser. `registerRenderer` registers it. */
export interface Renderer<P = unknown, E extends Parts = Parts> {
  /** Creates the elements and adds listeners. Sets no property: the setters run right after it. */
  create(view: View<P, E>): E;
  /**
   * Setters of the visible properties. For a new control, a setter is called if its property is not neutral (null,
   * false and "" are neutral). Later, it is called whenever the property has changed. A setter of several changed
   * properties is called once. What it shows depends on the properties of now, not on earlier ones: for a default value,
   * the control must look as if the setter had never been called.
   */
  readonly props?: { readonly [K in keyof Wire<P>]?: Setter<P, E> };
  /**
   * Slot whose children the renderer inserts into the page itself, in `childrenChanged`. That method is then also
   * called when a child is shown or hidden.
   */
  readonly arranges?: string;
  /** Methods that the app can call, by name. The returned or promised value is the answer. */
  readonly methods?: { readonly [name: string]: Method<P, E> };
  /**
   * Layout of the children, and the space that the control takes: the same as in the declaration of its type.
   * Default `hugLayout`: the control is as small as its content.
   */
  readonly layout?: Layout;
  /**
   * Whether the styles already show the defaults, so that at first no setter is called for a default. Default `false`.
   */
  readonly impliesDefaults?: boolean;
  /** Returns the element that holds the children of a slot. Default: the root. */
  slot?(view: View<P, E>, name: string): HTMLElement;
  /**
   * Called when the view, or one above it, was disabled or enabled. At first it is called only if the view is disabled.
   */
  disabled?(view: View<P, E>, isDisabled: boolean): void;
  /** Called when the children of a slot changed. */
  childrenChanged?(view: View<P, E>): void;
  /** Called when the view, or one around it, has moved to another parent. For what depends on the controls around. */
  moved?(view: View<P, E>): void;
  /** Called when the control is removed for good. Releases what is outside the root. */
  destroy?(view: View<P, E>): void;
}
