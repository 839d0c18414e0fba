import { between, pick } from "../support/random.ts";
import type { LayoutNode, Value } from "./case.ts";

type Properties = Record<string, Value>;

/** Where a random control is, as far as that decides what it may be. */
export interface Place {
  /** Type of the parent, `wrap` for a Row that wraps, or `box` for all that have only one child. */
  readonly parent: "Row" | "Column" | "Stack" | "ResponsiveRow" | "ListView" | "GridView" | "wrap" | "box";
  /** Whether the width and the height that it may take have an end. */
  readonly hasWidth: boolean;
  readonly hasHeight: boolean;
  /** How many controls may still be inside each other. */
  readonly depth: number;
  /** Whether the parent is only as long as its children. */
  readonly isTight?: boolean;
}

const ALIGNMENTS = ["start", "center", "end", "spaceBetween", "spaceAround", "spaceEvenly"] as const;
const PADDINGS: readonly Value[] = [4, 10, { left: 12, top: 3 }, { right: 8, bottom: 6 }];
const MARGINS: readonly Value[] = [5, { left: 15 }, { top: 8, bottom: 2 }];
/** Parents that have a cell for a child with `align`. */
const CELLS: ReadonlySet<string> = new Set(["Row", "Column", "Stack", "ListView", "GridView", "box"]);
const COLUMNS: readonly Value[] = [3, 4, 6, 12, { xs: 12, sm: 6, md: 4 }, { xs: 6, md: 3, lg: 2 }];

/** Makes random controls that Flutter accepts in any place. */
export class RandomBoxes {
  readonly #random: () => number;
  readonly #isRightToLeft: boolean;
  #keys = 0;
  /** Controls with children that may still be made, so that most of the tree fits into the window. */
  #left: number;

  constructor(random: () => number, isRightToLeft: boolean) {
    this.#random = random;
    this.#isRightToLeft = isRightToLeft;
    this.#left = between(random, 3, 14);
  }

  /** Returns a Container without content, under a key of its own. */
  leaf(properties: Properties): LayoutNode {
    return { type: "Container", key: `k${++this.#keys}`, properties, slots: {}, children: [] };
  }

  /** Returns a control for a place, with the properties that the parent uses. */
  child(place: Place): LayoutNode {
    const own: Properties = {};
    let inner = place;
    const canExpand = (place.parent === "Row" && place.hasWidth) || (place.parent === "Column" && place.hasHeight);
    if (canExpand && this.#happens(0.3)) {
      own.expand = this.#pick<Value>([true, 1, 2, 3]);
      if (this.#happens(0.15) && place.isTight !== true) own.expandLoose = true;
    } else if (place.parent === "Row") inner = { ...place, hasWidth: false };
    else if (place.parent === "Column") inner = { ...place, hasHeight: false };
    if (place.parent === "ResponsiveRow") own.col = this.#pick(COLUMNS);
    if (place.parent === "Stack" && this.#happens(0.5)) inner = this.#position(own, place);
    const isHidden = place.parent !== "Stack" && place.parent !== "GridView" && this.#happens(0.03);
    const control = this.#control(inner);
    // A control with `align` and a share, columns or a line of its own would need a box around it (`exceptions.ts`).
    const { align, ...others } = control.properties;
    const isPositioned = own.left !== undefined || own.right !== undefined;
    const hasCell = CELLS.has(place.parent) && own.expand === undefined && !isPositioned;
    const isAligned = align !== undefined && hasCell;
    const properties = { ...others, ...own, ...(isAligned && { align }), ...(isHidden && { visible: false }) };
    return { ...control, properties };
  }

  /** Gives a child of a Stack a position on some sides. Returns its place, which has an end between two sides. */
  #position(own: Properties, place: Place): Place {
    const sides = this.#pick(["left", "right", "both"] as const);
    const edges = this.#pick(["top", "bottom", "both", "none"] as const);
    if (sides !== "right") own.left = this.#pick([0, 5, 10, 20]);
    if (sides !== "left") own.right = this.#pick([0, 5, 15]);
    if (edges === "top" || edges === "both") own.top = this.#pick([0, 4, 10]);
    if (edges === "bottom" || edges === "both") own.bottom = this.#pick([0, 5, 20]);
    return { ...place, parent: "box", hasWidth: sides === "both", hasHeight: edges === "both" };
  }

  #control(place: Place): LayoutNode {
    if (place.depth <= 0 || this.#left-- <= 0) return this.#leaf(place);
    const inside: Place = { ...place, depth: place.depth - 1 };
    const makers: (() => LayoutNode)[] = [
      ...[() => this.#leaf(place), () => this.#container(inside), () => this.#container(inside)],
      ...[() => this.#flex("Row", inside), () => this.#flex("Row", inside), () => this.#flex("Column", inside)],
      ...[() => this.#flex("Column", inside), () => this.#stack(inside), () => this.#wrapper(inside)],
    ];
    if (place.hasWidth)
      makers.push(
        () => this.#list("ListView", inside),
        () => this.#wrap(inside),
      );
    if (place.hasWidth && this.#happens(0.5)) makers.push(() => this.#list("GridView", inside));
    // With an end to its height, a ResponsiveRow of one line limits its children, and one of more lines does not.
    if (place.hasWidth && !place.hasHeight && place.parent !== "Row") makers.push(() => this.#responsiveRow(inside));
    if (place.hasWidth && place.parent !== "Row" && !place.hasHeight)
      makers.push(
        () => this.#tile(),
        () => this.#node("Divider", {}, []),
      );
    if (!place.hasHeight && place.parent !== "ResponsiveRow" && this.#happens(0.15))
      makers.push(() => this.#intrinsic(place));
    return this.#pick(makers)();
  }

  #leaf(place: Place): LayoutNode {
    const properties: Properties = {};
    if (place.hasWidth && !place.hasHeight && this.#happens(0.12))
      return this.leaf({ aspectRatio: this.#pick([2, 3, 4]) });
    if (!place.hasWidth || this.#happens(0.75)) properties.width = this.#number(10, 110, 5);
    if (!place.hasHeight || this.#happens(0.75)) properties.height = this.#number(10, 80, 5);
    if (this.#happens(0.1)) properties.margin = this.#pick(MARGINS);
    if (this.#happens(0.04)) properties.align = this.#point();
    return this.leaf(properties);
  }

  #container(place: Place): LayoutNode {
    const properties: Properties = {};
    if (this.#happens(0.3)) properties.padding = this.#pick(PADDINGS);
    if (this.#happens(0.2)) properties.margin = this.#pick(MARGINS);
    if (this.#happens(0.2)) properties.width = this.#number(100, 340, 10);
    if (this.#happens(0.2)) properties.height = this.#number(60, 220, 10);
    if (this.#happens(0.3)) properties.alignment = this.#point();
    if (this.#happens(0.05)) properties.border = { left: { width: 8 } };
    const content = this.child(this.#sized({ ...place, parent: "box" }, properties));
    if (this.#happens(0.25)) return this.#node("Container", properties, [content]);
    return { type: "Container", key: `k${++this.#keys}`, properties, slots: {}, children: [content] };
  }

  /** A control that acts like its content, or nearly so. */
  #wrapper(place: Place): LayoutNode {
    const type = this.#pick(["Card", "SafeArea", "GestureDetector", "Own", "Own"]);
    const properties: Properties = {};
    if (type === "Card" && this.#happens(0.3)) properties.margin = this.#pick([0, 10]);
    if (type === "Card" && this.#happens(0.2)) properties.width = this.#number(120, 300, 10);
    if (type === "SafeArea" && this.#happens(0.3)) properties.minimumPadding = this.#pick([5, 12]);
    if (type === "Own" && this.#happens(0.2)) properties.margin = this.#pick([5, 10]);
    if (type === "Own" && this.#happens(0.2)) properties.width = this.#number(100, 300, 10);
    const isThere = type !== "Own" || Object.keys(properties).length > 0 || CELLS.has(place.parent);
    const content = this.child(this.#sized({ ...place, parent: isThere ? "box" : "wrap" }, properties));
    // An invisible control is content for a Container, but leaves the others without any.
    const { visible: _, ...shown } = content.properties;
    return this.#node(type, properties, [{ ...content, properties: shown }]);
  }

  #flex(type: "Row" | "Column", place: Place): LayoutNode {
    const [across, hasBreadth] =
      type === "Row" ? ["verticalAlignment", place.hasHeight] : ["horizontalAlignment", place.hasWidth];
    const properties: Properties = {};
    if (this.#happens(0.6)) properties.alignment = this.#pick(ALIGNMENTS);
    if (this.#happens(0.5)) properties[across as string] = this.#pick(["start", "center", "end"]);
    if (this.#happens(0.4)) properties.spacing = this.#pick([0, 4, 5, 15]);
    if (this.#happens(0.15)) properties.tight = true;
    if (this.#happens(0.1)) properties.width = this.#number(180, 350, 10);
    if (this.#happens(0.1)) properties.height = this.#number(80, 250, 10);
    if (hasBreadth && this.#happens(0.12)) properties[across as string] = "stretch";
    let inside = this.#sized({ ...place, parent: type }, properties);
    // From right to left, browsers begin at the right, and Flutter at the left.
    if (this.#happens(0.1) && !(type === "Row" && this.#isRightToLeft)) {
      properties.scroll = "hidden";
      inside = { ...inside, ...(type === "Row" ? { hasWidth: false } : { hasHeight: false }) };
    }
    // A line that is only as long as its children, one of which leaves a part of its share, would have to be measured.
    if (properties.tight === true) inside = { ...inside, isTight: true };
    return this.#node(type, properties, this.#children(inside, 1, 4));
  }

  #wrap(place: Place): LayoutNode {
    const properties: Properties = { wrap: true };
    if (this.#happens(0.5)) properties.alignment = this.#pick(ALIGNMENTS);
    if (this.#happens(0.4)) properties.verticalAlignment = this.#pick(["start", "center", "end"]);
    if (this.#happens(0.4)) properties.runSpacing = this.#pick([0, 4, 15]);
    return this.#node("Row", properties, this.#children({ ...place, parent: "wrap", hasHeight: false }, 2, 5));
  }

  /** A Stack has a child without a position, because with only others it needs space that has an end. */
  #stack(place: Place): LayoutNode {
    const properties: Properties = {};
    if (this.#happens(0.4)) properties.alignment = this.#point();
    if (this.#happens(0.4)) properties.width = this.#number(120, 320, 10);
    if (this.#happens(0.4)) properties.height = this.#number(80, 220, 10);
    if (this.#happens(0.1)) properties.fit = "passThrough";
    const inside = this.#sized({ ...place, parent: "Stack" }, properties);
    const first = this.#control({ ...inside, parent: "box" });
    return this.#node("Stack", properties, [first, ...this.#children(inside, 0, 2)]);
  }

  #list(type: "ListView" | "GridView", place: Place): LayoutNode {
    const properties: Properties = {};
    if (this.#happens(0.4)) properties.padding = this.#pick(PADDINGS);
    if (this.#happens(0.5)) properties.spacing = this.#pick([4, 9]);
    if (this.#happens(0.3)) properties.height = this.#number(80, 220, 10);
    if (type === "ListView") {
      if (place.hasHeight && !this.#isRightToLeft && this.#happens(0.1)) properties.reverse = true;
      return this.#node(type, properties, this.#children({ ...place, parent: type, hasHeight: false }, 1, 4));
    }
    properties.runsCount = this.#pick([1, 2, 3, 4]);
    if (this.#happens(0.6)) properties.childAspectRatio = this.#pick([2, 3]);
    if (this.#happens(0.3)) properties.runSpacing = this.#pick([0, 6]);
    return this.#node(type, properties, this.#children({ ...place, parent: type, hasHeight: true }, 2, 5));
  }

  #responsiveRow(place: Place): LayoutNode {
    const properties: Properties = {};
    if (this.#happens(0.3)) properties.alignment = this.#pick(["center", "end"]);
    if (this.#happens(0.3)) properties.verticalAlignment = this.#pick(["center", "end"]);
    if (this.#happens(0.3)) properties.spacing = this.#pick([0, 6]);
    if (this.#happens(0.3)) properties.runSpacing = this.#pick([4, 5]);
    const inside: Place = { ...place, parent: "ResponsiveRow", hasHeight: false };
    return this.#node("ResponsiveRow", properties, this.#children(inside, 1, 4));
  }

  #tile(): LayoutNode {
    const box = (width: number, height: number) => [this.leaf({ width, height })];
    const slots: Record<string, LayoutNode[]> = { title: box(100, 20) };
    if (this.#happens(0.5)) slots.leading = box(this.#pick([24, 40, 56]), 24);
    if (this.#happens(0.5)) slots.trailing = box(this.#pick([20, 30]), 20);
    return { type: "ListTile", properties: {}, slots, children: [] };
  }

  /** A Row or Column that measures its children first. They are simple, because lists cannot be measured so. */
  #intrinsic(place: Place): LayoutNode {
    const children = Array.from({ length: between(this.#random, 2, 3) }, () =>
      this.leaf({ width: this.#number(20, 90, 5), height: this.#number(10, 60, 5) }),
    );
    return this.#happens(0.5)
      ? this.#node("Row", { intrinsicHeight: true, verticalAlignment: "stretch", tight: !place.hasWidth }, children)
      : this.#node("Column", { intrinsicWidth: true, horizontalAlignment: "stretch" }, children);
  }

  #children(place: Place, least: number, most: number): LayoutNode[] {
    return Array.from({ length: between(this.#random, least, most) }, () => this.child(place));
  }

  /** Returns a place inside something with a size of its own, which is an end. */
  #sized(place: Place, { width, height }: Properties): Place {
    return {
      ...place,
      hasWidth: place.hasWidth || width !== undefined,
      hasHeight: place.hasHeight || height !== undefined,
    };
  }

  #node(type: string, properties: Properties, children: readonly LayoutNode[]): LayoutNode {
    return { type, properties, slots: {}, children };
  }

  #point(): Value {
    return { x: this.#pick([-1, 0, 1]), y: this.#pick([-1, 0, 1]) };
  }

  #number(min: number, max: number, step: number): number {
    return between(this.#random, min / step, max / step) * step;
  }

  #happens(probability: number): boolean {
    return this.#random() < probability;
  }

  #pick<T>(items: readonly T[]): T {
    return pick(this.#random, items);
  }
}
