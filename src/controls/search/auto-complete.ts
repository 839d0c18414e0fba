import { listType } from "../../core/declaration/types.ts";
import { wideLayout } from "../../layout/simple.ts";
import { Control } from "../control.ts";
import type { In, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { type FieldLookProps, fieldLookEntries } from "../form-field.ts";
import { event, integer, number, payload, type Spec, spec, text, value } from "../spec.ts";
import {
  type AutoCompletePick,
  type AutoCompleteSuggestion,
  autoCompletePickType,
  autoCompleteSuggestionType,
} from "./auto-complete-suggestion.ts";

/** Properties of {@link AutoComplete}. */
export interface AutoCompleteProps<M extends Mode = Literal> extends FieldLookProps<M> {
  /** Text in the field. The person changes it by typing or by selecting a suggestion. Default `""`. */
  value?: In<M, string>;
  /** Suggestions to choose from: those whose `key` contains the typed text are offered. Default none. */
  suggestions?: In<M, readonly AutoCompleteSuggestion[]>;
  /** Maximum height of the list, in pixels. Default 200. */
  suggestionsMaxHeight?: In<M, number>;
  /** Index in `suggestions` of the selected one. Default `null`: none was selected, or the text was edited since. */
  selectedIndex?: In<M, number | null>;
  /** Called when the text was changed; `data` is the new text. */
  onChange?: EventHandler<AutoComplete, string> | undefined;
  /** Called when a suggestion was selected; `data` is its index and the suggestion itself. */
  onSelect?: EventHandler<AutoComplete, AutoCompletePick> | undefined;
}

export interface AutoComplete extends Plain<AutoCompleteProps<Read>> {}

/** A text field that suggests completions. */
export class AutoComplete extends Control {
  static override readonly spec: Spec<AutoCompleteProps> = spec<AutoCompleteProps>({
    type: "AutoComplete",
    parent: Control,
    layout: wideLayout,
    properties: {
      ...fieldLookEntries,
      value: text("").writable(undefined, { merge: "text" }),
      suggestions: value(listType(autoCompleteSuggestionType), []),
      suggestionsMaxHeight: number(200, { min: 0 }),
      selectedIndex: integer(null, { min: 0 }).writable(refuseIndex, { positionOf }),
      onChange: event(payload.text),
      onSelect: event(autoCompletePickType).with({ adjust: findPick }),
    },
    semantics: { role: "combobox", label: "label" },
  });

  constructor(props?: AutoCompleteProps) {
    super(props);
  }
}

/** Returns the index of the suggestion with the text that a person chose, or null if the field has another text by now. */
function positionOf(chosen: string, control: Control): number | null {
  const { suggestions, value: shown } = control as AutoComplete;
  const index = suggestions.findIndex(({ value: text }) => text === chosen);
  return index === -1 || shown !== chosen ? null : index;
}

/** Returns where the selected suggestion is now. */
function findPick({ selection }: AutoCompletePick, control: Control): AutoCompletePick {
  const { suggestions } = control as AutoComplete;
  return {
    index: suggestions.findIndex(({ key, value: text }) => key === selection.key && text === selection.value),
    selection,
  };
}

/** Returns why an index from the client is refused, or undefined if it is allowed. */
function refuseIndex(index: number | null, control: Control): string | undefined {
  const { length } = (control as AutoComplete).suggestions;
  return index === null || index < length
    ? undefined
    : `must be less than the number of suggestions, ${length}, not ${index}`;
}
