import * as runlet from "runlet";
import { Control, type Page } from "runlet";
import type { LayoutCase, LayoutNode } from "./case.ts";

/** A composed control without a purpose of its own. */
class Own extends Control {
  readonly #inner: Control;

  constructor(inner: Control, properties: object) {
    super();
    this.#inner = inner;
    Object.assign(this, properties);
  }

  override build(): Control {
    return this.#inner;
  }
}

/** Something that is still to be done before a case is complete: a property to set, or a child to add. */
export type Step = () => void;

/** Controls of a case, with what finds them in the browser. */
export interface BuiltCase {
  /** Key of each color, such as `rgb(1, 2, 3)`. The background of each measured Container has a color of its own. */
  readonly keys: { readonly [color: string]: string };
  /** Sets the properties of a page, and shows the controls on it. */
  show(page: Page, title: string): void;
}

const LISTS = new Set(["Row", "Column", "Stack", "ListView", "GridView", "ResponsiveRow"]);

/** Properties of the page that no case leaves as another case has set them. */
const DEFAULTS: object = {
  ...{ verticalAlignment: "start", horizontalAlignment: "start", spacing: 10, padding: 10, scroll: null, rtl: false },
  ...{ appbar: null, bottomAppbar: null, floatingActionButton: null },
};

/**
 * Builds the controls of a case. With a list of steps, they have no children and only some properties at first, and the
 * list receives functions that complete them. The functions can be called in any order.
 */
export function buildCase({ page }: Omit<LayoutCase, "boxes">, steps?: Step[]): BuiltCase {
  const builder = new Builder(steps);
  const controls = page.children.map((child) => builder.build(child));
  const { rtl = false, ...own } = { ...page.properties, ...builder.slots(page) };
  return {
    keys: builder.keys,
    show(target, title) {
      const isView = page.type === "view";
      Object.assign(target, DEFAULTS, { rtl }, isView ? {} : own);
      target.controls = isView ? [] : controls;
      target.views = isView ? [new runlet.View({ ...own, controls, route: "/layout" })] : [];
      target.title = title;
    },
  };
}

class Builder {
  readonly keys: { [color: string]: string } = {};
  readonly #steps: Step[] | undefined;
  #count = 0;

  constructor(steps: Step[] | undefined) {
    this.#steps = steps;
  }

  build(node: LayoutNode): Control {
    const children = node.children.map((child) => this.build(child));
    const properties: Record<string, unknown> = { ...node.properties, ...this.slots(node) };
    if (node.key !== undefined) properties.bgcolor = this.#colorOf(node.key);
    if (node.type === "GestureDetector") properties.onTap = () => {};
    if (node.type === "Own") return new Own(children[0]!, properties);
    const Type = Reflect.get(runlet, node.type) as (new (properties: object) => Control) | undefined;
    if (Type === undefined) throw new Error(`Runlet has no control ${node.type}.`);
    const isList = LISTS.has(node.type);
    if (this.#steps === undefined) {
      if (isList) properties.controls = children;
      else if (children.length > 0) properties.content = children[0];
      return new Type(properties);
    }
    return this.#start(Type, properties, children, isList, this.#steps);
  }

  /** Creates a control with its type's required properties only, and adds steps for all others. */
  #start(
    Type: new (properties: object) => Control,
    { title, bgcolor, ...later }: Record<string, unknown>,
    children: readonly Control[],
    isList: boolean,
    steps: Step[],
  ): Control {
    const control = new Type({ ...(title !== undefined && { title }), ...(bgcolor !== undefined && { bgcolor }) });
    for (const [name, value] of Object.entries(later)) steps.push(() => void Reflect.set(control, name, value));
    for (const child of children) {
      steps.push(() => {
        if (!isList) return void Reflect.set(control, "content", child);
        const present = new Set<unknown>(Reflect.get(control, "controls") as Iterable<unknown>);
        Reflect.set(
          control,
          "controls",
          children.filter((each) => each === child || present.has(each)),
        );
      });
    }
    return control;
  }

  /** Builds the controls in properties other than `content` and `controls`. */
  slots(node: LayoutNode): Record<string, unknown> {
    const entries = Object.entries(node.slots).map(([name, nodes]) => {
      const built = nodes.map((inner) => this.build(inner));
      return [name, name === "actions" ? built : built[0]];
    });
    return Object.fromEntries(entries) as Record<string, unknown>;
  }

  /** Returns the background color of a key. Colors differ by two channels, so that rounding cannot mix them up. */
  #colorOf(key: string): string {
    const count = ++this.#count;
    const channels = [1 + (count >> 4), 17 + (count & 15) * 4, 3] as const;
    this.keys[`rgb(${channels.join(", ")})`] = key;
    return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
  }
}
