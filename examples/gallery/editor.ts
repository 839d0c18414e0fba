import { Checkbox, type Control, Dropdown, DropdownOption, Switch, state, Text, TextField } from "runlet";
import { map, tap } from "rxjs";
import { entryOf, newValues, type Props } from "./properties.ts";

/** Property that an editor edits. */
export interface Edited {
  readonly control: Control;
  readonly name: string;
  /** Description of the property in the reference. */
  readonly about: string;
}

/**
 * Returns an editor for a property. The type of the property decides which. The editor follows changes of the property.
 */
export function editorOf(edited: Edited): Control {
  const entry = entryOf(edited.control, edited.name);
  if (entry.kind === "value") {
    const { name } = entry.type;
    if (/^boolean( \| null)?$/.test(name)) return flagEditor(edited, name !== "boolean");
    const choices = choicesOf(name);
    if (choices !== undefined) return choiceEditor(edited, choices);
    return textEditor(edited, syntaxOf(name));
  }
  if (entry.kind === "slot" && entry.text !== undefined) return textEditor(edited, TEXT_OR_NULL);
  return new Text({ value: `${edited.name}: set by code`, color: "onsurfacevariant", themeStyle: "bodySmall" });
}

/** Conversion between a value and the text of a field. */
interface Syntax {
  write(value: unknown): string;
  /** Parses the text. Throws a SyntaxError if it is not a value. */
  read(text: string): unknown;
}

const TEXT: Syntax = { write: String, read: (text) => text };
const TEXT_OR_NULL: Syntax = {
  write: (value) => (typeof value === "string" ? value : ""),
  read: (text) => (text === "" ? null : text),
};
const NUMBER: Syntax = {
  write: (value) => (value === null ? "" : String(value)),
  read: (text) => (text.trim() === "" ? null : Number.isNaN(Number(text)) ? text : Number(text)),
};
/** JSON, in which words need no quotes. */
const JSON_OR_WORD: Syntax = {
  write: (value) => (value === null ? "" : typeof value === "string" ? value : JSON.stringify(value)),
  read: (text) => (text.trim() === "" ? null : /^[a-zA-Z#]/.test(text) && !isJsonWord(text) ? text : JSON.parse(text)),
};

function isJsonWord(text: string): boolean {
  return ["true", "false", "null"].includes(text.trim());
}

function syntaxOf(typeName: string): Syntax {
  if (typeName === "string") return TEXT;
  if (typeName === "string | null") return TEXT_OR_NULL;
  return /^(number|integer)( \| null)?$/.test(typeName) ? NUMBER : JSON_OR_WORD;
}

/** Returns the words of a type such as `"left" | "right" | null`, or `undefined` for other types. */
function choicesOf(typeName: string): string[] | undefined {
  const parts = typeName.split(" | ").filter((part) => part !== "null");
  return parts.every((part) => /^"[^"]*"$/.test(part)) ? parts.map((part) => part.slice(1, -1)) : undefined;
}

/** Returns a switch for a boolean, or a checkbox with three states if the value may be null. */
function flagEditor({ control, name, about }: Edited, isNullable: boolean): Control {
  const props = control as unknown as Props;
  const value = state(props[name] as boolean);
  const common = {
    label: name,
    tooltip: about,
    // Aligned, so that the editor is not stretched, and its label stays next to it.
    align: { x: -1, y: 0 },
    value,
    onChange: ({ data }: { readonly data: boolean | null }) => {
      props[name] = data;
    },
  };
  const editor = isNullable ? new Checkbox({ ...common, tristate: true }) : new Switch(common);
  editor.effect(newValues(control, name).pipe(tap((next) => value.set(next as boolean))));
  return editor;
}

/** Value of the option for `null`, because an option's value must be a string. */
const NONE = "";

function choiceEditor({ control, name, about }: Edited, choices: readonly string[]) {
  const props = control as unknown as Props;
  const wordOf = (value: unknown) => (value === null ? NONE : String(value));
  const chosen = state<string | null>(wordOf(props[name]));
  const entry = entryOf(control, name);
  const isNullable = entry.kind === "value" && entry.type.check(null) === undefined;
  const editor = new Dropdown({
    label: name,
    helperText: about,
    dense: true,
    value: chosen,
    options: [
      ...(isNullable ? [new DropdownOption({ value: NONE, text: "none" })] : []),
      ...choices.map((word) => new DropdownOption({ value: word })),
    ],
    onSelect: ({ data }) => {
      props[name] = data === NONE ? null : data;
    },
  });
  editor.effect(newValues(control, name).pipe(tap((next) => chosen.set(wordOf(next)))));
  return editor;
}

function textEditor({ control, name, about }: Edited, { write, read }: Syntax): Control {
  const props = control as unknown as Props;
  const entered = state(write(props[name]));
  const problem = state<string | null>(null);
  const set = (text: string) => {
    try {
      props[name] = read(text);
      problem.set(null);
    } catch (error) {
      problem.set(error instanceof SyntaxError ? `This is not JSON: ${error.message}` : (error as Error).message);
    }
  };
  const editor = new TextField({
    label: name,
    helper: about,
    helperMaxLines: 2,
    dense: true,
    value: entered,
    error: problem,
    onChange: ({ data }) => set(data),
  });
  // Keep the typed text while it means the same value: `1.` must not become `1` during typing.
  const follows$ = newValues(control, name).pipe(
    map(write),
    tap((text) => {
      if (!means(entered.value, text, read)) entered.set(text);
    }),
  );
  editor.effect(follows$);
  return editor;
}

function means(entered: string, text: string, read: Syntax["read"]): boolean {
  try {
    return JSON.stringify(read(entered)) === JSON.stringify(read(text));
  } catch {
    return false;
  }
}
