import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, integer, number, payload, type Spec, spec, text, value } from "../core/spec.ts";
import { listType } from "../core/types.ts";
import { type FieldLookProps, fieldLookEntries } from "./form-field.ts";
import {
  type AutoCompletePick,
  type AutoCompleteSuggestion,
  autoCompletePickType,
  autoCompleteSuggestionType,
} from "./values/auto-complete-suggestion.ts";

/** Properties of {@link AutoComplete}. */
export interface AutoCompleteProps<M extends Mode = Literal> extends FieldLookProps<M> {
  /** The text in the field; typing and picking change it. Default `""`. */
  value?: In<M, string>;
  /** What may be offered: those whose `key` has in it what was typed. Default none. */
  suggestions?: In<M, readonly AutoCompleteSuggestion[]>;
  /** Most height of the list, in pixels. Default 200. */
  suggestionsMaxHeight?: In<M, number>;
  /** Where in `suggestions` the one stands that was picked; the person changes it. Default `null`: none, or typed on since. */
  selectedIndex?: In<M, number | null>;
  /** The text was changed; `data` is the new one. */
  onChange?: EventHandler<AutoComplete, string> | undefined;
  /** A suggestion was picked. */
  onSelect?: EventHandler<AutoComplete, AutoCompletePick> | undefined;
}

export interface AutoComplete extends Plain<AutoCompleteProps<Read>> {}

/** A field to enter text that offers what may be meant. */
export class AutoComplete extends Control {
  static override readonly spec: Spec<AutoCompleteProps<Read>> = spec<AutoCompleteProps<Read>, LayoutProps<Read>>(
    "AutoComplete",
    Control,
    {
      ...fieldLookEntries,
      value: text("").writable(),
      suggestions: value(listType(autoCompleteSuggestionType), []),
      suggestionsMaxHeight: number(200, { min: 0 }),
      selectedIndex: integer(null, { min: 0 }).writable(refuseIndex),
      onChange: event(payload.text),
      onSelect: event(autoCompletePickType),
    },
    { role: "combobox", label: "label" },
  );

  constructor(props?: AutoCompleteProps) {
    super(props);
  }
}

/** What speaks against what the person picked. */
function refuseIndex(index: number | null, control: Control): string | undefined {
  const { length } = (control as AutoComplete).suggestions;
  return index === null || index < length
    ? undefined
    : ` must be less than the number of suggestions, ${length}, not ${index}`;
}
