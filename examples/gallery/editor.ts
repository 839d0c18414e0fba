import { Checkbox, type Control, Dropdown, DropdownOption, Switch, state, Text, TextField } from "runlet";
import { map, tap } from "rxjs";
import { entryOf, newValues, type Props } from "./properties.ts";

/** The property of a control that an editor is for. */
export interface Edited {
  readonly control: Control;
  readonly name: string;
  /** What the reference says of it. */
  readonly about: string;
}

/** What edits a property of a control, and follows it: chosen by how it is declared. */
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

/** How a value is written into a field, and what is read from it. */
interface Syntax {
  write(value: unknown): string;
  /** Throws a SyntaxError where there is no value in the text. */
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
/** JSON, and words without their quotes. */
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

/** The words of a type such as `"left" | "right" | null`. */
function choicesOf(typeName: string): string[] | undefined {
  const parts = typeName.split(" | ").filter((part) => part !== "null");
  return parts.every((part) => /^"[^"]*"$/.test(part)) ? parts.map((part) => part.slice(1, -1)) : undefined;
}

/** A switch; where there may be neither, a box to tick. */
function flagEditor({ control, name, about }: Edited, isNullable: boolean): Control {
  const props = control as unknown as Props;
  const value = state(props[name] as boolean);
  const common = {
    label: name,
    tooltip: about,
    // As wide as it needs: the label stands beside it.
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

/** Stands for `null`: an option's value is a text. */
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
  // What was typed stays as it was typed while it means the value: `1.` is 1.
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
