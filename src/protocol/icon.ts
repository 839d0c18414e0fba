/** An icon as a server hands it out: all of it is filled, in the colour of the text around it. */
export interface IconDrawing {
  /** The part of the plane that is seen, as the `viewBox` of an SVG has it. */
  readonly box: string;
  /** Outlines, as the `d` of an SVG path has them. */
  readonly paths: readonly string[];
  /** Whether what lies inside two outlines of a path is outside. */
  readonly evenOdd?: boolean;
}
