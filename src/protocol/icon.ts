/** An icon as the server delivers it. It is filled completely, in the color of the surrounding text. */
export interface IconDrawing {
  /** Visible area, in the format of an SVG `viewBox`. */
  readonly box: string;
  /** Outlines, in the format of the `d` attribute of an SVG path. */
  readonly paths: readonly string[];
  /** Whether the even-odd rule fills the paths: an area that lies inside two outlines of a path is empty. */
  readonly evenOdd?: boolean;
}
