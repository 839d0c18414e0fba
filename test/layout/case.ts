/** Sides of a padding, margin or border, or coordinates of an alignment. */
export interface Plain {
  readonly [name: string]: number | Plain;
}
export type Value = boolean | number | string | null | Plain;

/** A control of a layout case: type, properties and children have the names that they have in Runlet. */
export interface LayoutNode {
  readonly type: string;
  /** Name under which the control's box is compared. Only Containers have one. */
  readonly key?: string | undefined;
  readonly properties: { readonly [name: string]: Value };
  /** Controls in properties other than `content` and `controls`, such as `title` or `actions`. */
  readonly slots: { readonly [name: string]: readonly LayoutNode[] };
  readonly children: readonly LayoutNode[];
}

/** Left, top, width and height of the part of a control that is seen, in pixels. `null`: nothing is seen. */
export type Box = readonly [left: number, top: number, width: number, height: number] | null;

export interface Boxes {
  readonly [key: string]: Box;
}

/** A page with controls, and where Flutter draws them. */
export interface LayoutCase {
  /** Group and name, such as `row/tight`. */
  readonly name: string;
  /** Size of the window in pixels. */
  readonly width: number;
  readonly height: number;
  /** The page's properties and bars, with the controls as children. Its type is `page`, or `view` for a View. */
  readonly page: LayoutNode;
  readonly boxes: Boxes;
}

/** Largest distance at which two coordinates count as equal: a pixel, and the error of measuring. */
const TOLERANCE = 1.011;

/** Whether a box is invisible. Less than a pixel is no box, because a pixel that is covered in part may show nothing. */
function isNothing(box: Box | undefined): box is null | undefined {
  return box === null || box === undefined || box[2] < 1 || box[3] < 1;
}

/** Whether two boxes are equal up to a pixel. */
export function agree(wanted: Box | undefined, got: Box | undefined): boolean {
  if (isNothing(wanted) || isNothing(got)) return isNothing(wanted) && isNothing(got);
  return wanted.every((value, at) => Math.abs(value - got[at]!) <= TOLERANCE);
}

/** Returns a line for each box that is not where it should be. */
export function differences(wanted: Boxes, got: Boxes): string[] {
  const wrong = Object.keys(wanted).filter((key) => !agree(wanted[key], got[key]));
  return wrong.map((key) => `${key}: wanted ${boxText(wanted[key])}, got ${boxText(got[key])}`);
}

/** Returns a box as in the files of cases: `10 10 40 30`, or `nothing`. */
export function boxText(box: Box | undefined): string {
  return isNothing(box) ? "nothing" : box.map((value) => Math.round(value * 100) / 100).join(" ");
}
