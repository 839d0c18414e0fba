import { integerType, objectType, stringType, type Type } from "../../core/declaration/types.ts";

/** A suggestion of an {@link AutoComplete}. */
export interface AutoCompleteSuggestion {
  /** Text that is searched for what was typed; upper and lower case do not matter. */
  readonly key: string;
  /** Text of the suggestion in the list, which becomes the text of the field when it is selected. */
  readonly value: string;
}
export const autoCompleteSuggestionType: Type<AutoCompleteSuggestion> = objectType<AutoCompleteSuggestion>(
  "AutoCompleteSuggestion",
  { key: stringType, value: stringType },
  ["key", "value"],
);

/** The selected suggestion. Flet: `AutoCompleteSelectEvent`. */
export interface AutoCompletePick {
  /** Index of the suggestion in `suggestions`. -1 if the app has removed the suggestion meanwhile. */
  readonly index: number;
  /** Suggestion that was selected. */
  readonly selection: AutoCompleteSuggestion;
}
export const autoCompletePickType: Type<AutoCompletePick> = objectType<AutoCompletePick>(
  "AutoCompletePick",
  { index: integerType({ min: -1 }), selection: autoCompleteSuggestionType },
  ["index", "selection"],
);
