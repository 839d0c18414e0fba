import { booleanType, choiceType, eitherType, named, numberType, objectType, type Type } from "../../core/types.ts";
import { ScrollMode } from "../../core/values/layout.ts";

/** What the bar looks like by which something scrolls. Not every browser draws thickness and radius. */
export interface Scrollbar {
  /** Whether the bar is there at all times, or only while the pointer is near. Default: as the system has it. */
  readonly thumbVisibility?: boolean | undefined;
  /** Whether the way along which it moves is drawn. Default: as the system has it. */
  readonly trackVisibility?: boolean | undefined;
  /** In pixels. Default: as the system has it. */
  readonly thickness?: number | undefined;
  /** How round its ends are, in pixels. Default: as the system has it. */
  readonly radius?: number | undefined;
}

const pixels = numberType({ min: 0 });

/** How something scrolls: by the words, or by what its bar looks like. */
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
