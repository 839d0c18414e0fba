import type { Command, Document, Documents, Json } from "../protocol/messages.ts";

/** A person's input: the value, and its position on the page. */
export interface EnteredValue {
  /** Position of the control: slots, indexes and types from the page down, with the control's names. */
  readonly path: string;
  readonly property: string;
  readonly value: Json;
}

/** Name of a pseudo-property that represents the focus in a control. */
export const FOCUS = "$focus";

/** Properties by which a person distinguishes one field from another. */
const NAMING_PROPERTIES: readonly string[] = ["label", "hintText", "name"];

/**
 * Remembers the person's input that is still on the page. When a new session shows the same controls, the input can be
 * restored.
 */
export class EnteredValues {
  /** Written values by control id and property. */
  readonly #values = new Map<string, { readonly id: number; readonly property: string; value: Json }>();

  /** Records that the person changed a property. */
  record(id: number, property: string, value: Json): void {
    // The cursor position is not input that is worth restoring.
    if (property !== "selection") this.#values.set(`${id}/${property}`, { id, property, value });
  }

  /** Returns the input that the documents still contain, except for passwords, and the focus. */
  collect(documents: Documents, focus?: { readonly id: number; readonly value: Json }): EnteredValue[] {
    const present = [...this.#values.values()].filter(
      ({ id, property, value }) => documents[id]?.[property] === value && documents[id].password !== true,
    );
    // The focus comes last, because restoring a value would move the cursor.
    const all = focus === undefined ? present : [...present, { ...focus, property: FOCUS }];
    if (all.length === 0) return [];
    const paths = controlPaths(documents);
    return all.flatMap(({ id, property, value }) => {
      const path = paths.get(id);
      return path === undefined ? [] : [{ path, property, value }];
    });
  }

  clear(): void {
    this.#values.clear();
  }
}

/** Returns the writes that restore the input in the documents of a new session. */
export function restoringWrites(
  entered: readonly EnteredValue[],
  documents: Documents,
): Omit<Extract<Command, { write: unknown }>, "cmd">[] {
  if (entered.length === 0) return [];
  const ids = new Map([...controlPaths(documents)].map(([id, path]) => [path, id]));
  return entered.flatMap(({ path, property, value }) => {
    const id = ids.get(path);
    return id === undefined || documents[id]?.[property] === value ? [] : [{ id, write: { [property]: value } }];
  });
}

/** Returns the position of each control on the page. */
function controlPaths(documents: Documents): Map<number, string> {
  const paths = new Map<number, string>();
  const visit = (id: number, above: string): void => {
    const document = documents[id];
    if (document === undefined) return;
    const path = `${above}/${document.$type}${nameOf(document)}`;
    paths.set(id, path);
    for (const [slot, children] of Object.entries(document.$slots ?? {})) {
      for (const [at, child] of [children].flat().entries()) visit(child, `${path}/${slot}[${at}]`);
    }
  };
  visit(1, "");
  return paths;
}

function nameOf(document: Document): string {
  const named = NAMING_PROPERTIES.flatMap((name) => (typeof document[name] === "string" ? [document[name]] : []));
  return named.length === 0 ? "" : JSON.stringify(named);
}
