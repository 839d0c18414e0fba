import { integerType, objectType, stringType, type Type } from "../../core/types.ts";

/** Marked text, or with both ends equal the place of the cursor. Counted as `string.length` counts. Flet: `TextSelection`. */
export interface TextSelection {
  /** Where marking began. */
  readonly baseOffset: number;
  /** Where marking ended: the cursor is here. Less than `baseOffset` when marked backwards. */
  readonly extentOffset: number;
}
export const textSelectionType: Type<TextSelection> = objectType<TextSelection>(
  "TextSelection",
  { baseOffset: integerType({ min: 0 }), extentOffset: integerType({ min: 0 }) },
  ["baseOffset", "extentOffset"],
);

/** What is marked now. Flet: `TextSelectionChangeEvent`. */
export interface TextSelectionChange {
  readonly selectedText: string;
  readonly selection: TextSelection;
}
export const textSelectionChangeType: Type<TextSelectionChange> = objectType<TextSelectionChange>(
  "TextSelectionChange",
  { selectedText: stringType, selection: textSelectionType },
  ["selectedText", "selection"],
);
