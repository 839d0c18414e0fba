import { integerType, objectType, stringType, type Type } from "../../core/types.ts";

/** What an {@link AutoComplete} may offer. */
export interface AutoCompleteSuggestion {
  /** What is looked through for what was typed; capitals do not matter. */
  readonly key: string;
  /** What is offered, and what the text becomes when it is picked. */
  readonly value: string;
}
export const autoCompleteSuggestionType: Type<AutoCompleteSuggestion> = objectType<AutoCompleteSuggestion>(
  "AutoCompleteSuggestion",
  { key: stringType, value: stringType },
  ["key", "value"],
);

/** What was picked. Flet: `AutoCompleteSelectEvent`. */
export interface AutoCompletePick {
  /** Where it stands in `suggestions`. */
  readonly index: number;
  readonly selection: AutoCompleteSuggestion;
}
export const autoCompletePickType: Type<AutoCompletePick> = objectType<AutoCompletePick>(
  "AutoCompletePick",
  { index: integerType({ min: 0 }), selection: autoCompleteSuggestionType },
  ["index", "selection"],
);
