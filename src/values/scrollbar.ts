import {
  booleanType,
  choiceType,
  eitherType,
  named,
  numberType,
  objectType,
  type Type,
} from "../core/declaration/types.ts";
import { ScrollMode } from "./layout.ts";

/** Style of a scrollbar. Some browsers, such as Firefox, ignore the thickness, the radius and the track. */
export interface Scrollbar {
  /**
   * Whether the scrollbar is always visible. With `false`, it is visible only while the pointer is over the control, or
   * the focus is in it. Default: the system's behavior.
   */
  readonly thumbVisibility?: boolean | undefined;
  /** Whether the track of the scrollbar is drawn. Default `false`. */
  readonly trackVisibility?: boolean | undefined;
  /** Thickness of the scrollbar, in pixels. Default 12. */
  readonly thickness?: number | undefined;
  /** Radius of the ends of the thumb, in pixels. Default: fully round. */
  readonly radius?: number | undefined;
}

const pixels = numberType({ min: 0 });

/** Type of `scroll`: a mode, or the style of the scrollbar. */
export const scrollType: Type<ScrollMode | Scrollbar> = named(
  "ScrollMode | Scrollbar",
  eitherType<ScrollMode | Scrollbar>(
    choiceType(ScrollMode),
    objectType<Scrollbar>("Scrollbar", {
      thumbVisibility: booleanType,
      trackVisibility: booleanType,
      thickness: pixels,
      radius: pixels,
    }),
  ),
);
