import { integerType, objectType, stringType, type Type } from "../core/declaration/types.ts";

/**
 * A selection of text, or the position of the cursor if both offsets are equal. Offsets count as `string.length` does.
 * Flet: `TextSelection`.
 */
export interface TextSelection {
  /** Offset at which the selection started. */
  readonly baseOffset: number;
  /**
   * Offset at which the selection ends, where the cursor is. Less than `baseOffset` if the text was selected backwards.
   */
  readonly extentOffset: number;
}
export const textSelectionType: Type<TextSelection> = objectType<TextSelection>(
  "TextSelection",
  { baseOffset: integerType({ min: 0 }), extentOffset: integerType({ min: 0 }) },
  ["baseOffset", "extentOffset"],
  [{ baseOffset: 0, extentOffset: 4 }],
);

/** Data of a change of the selection. Flet: `TextSelectionChangeEvent`. */
export interface TextSelectionChange {
  /** Selected text; empty if there is only a cursor. */
  readonly selectedText: string;
  /** Range of the selected text. */
  readonly selection: TextSelection;
}
export const textSelectionChangeType: Type<TextSelectionChange> = objectType<TextSelectionChange>(
  "TextSelectionChange",
  { selectedText: stringType, selection: textSelectionType },
  ["selectedText", "selection"],
);
