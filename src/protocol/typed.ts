import type { Command, Document, Documents, Json } from "./messages.ts";

/** A person's input: the value, and its position on the page. */
export interface Entered {
  /** Position of the control: slots, indexes and types from the page down, with the control's names. */
  readonly place: string;
  readonly property: string;
  readonly value: Json;
  /** Whether the value must not be stored, because it is a password. */
  readonly isSecret?: boolean;
}

/** Name of a pseudo-property that represents the focus in a control. */
export const FOCUS = "$focus";

/** Properties by which a person distinguishes one field from another. */
const NAMES: readonly string[] = ["label", "hintText", "name"];

/**
 * Remembers the person's input that is still on the page. When a new session shows the same controls, the input can be
 * restored.
 */
export class Typed {
  /** Written values by control id and property. */
  readonly #written = new Map<string, { readonly id: number; readonly property: string; value: Json }>();

  /** Records that the person changed a property. */
  wrote(id: number, property: string, value: Json): void {
    // The cursor position is not input that is worth restoring.
    if (property !== "selection") this.#written.set(`${id}/${property}`, { id, property, value });
  }

  /** Returns the input that the documents still contain, and the focus. */
  entered(documents: Documents, focus?: { readonly id: number; readonly value: Json }): Entered[] {
    const written = [...this.#written.values()].filter(
      ({ id, property, value }) => documents[id]?.[property] === value,
    );
    // The focus comes last, because restoring a value would move the cursor.
    const all = focus === undefined ? written : [...written, { ...focus, property: FOCUS }];
    if (all.length === 0) return [];
    const places = placesOf(documents);
    return all.flatMap(({ id, property, value }) => {
      const place = places.get(id);
      const isSecret = documents[id]?.password === true && property !== FOCUS;
      return place === undefined ? [] : [{ place, property, value, ...(isSecret && { isSecret }) }];
    });
  }

  clear(): void {
    this.#written.clear();
  }
}

/** Returns the writes that restore the input in the documents of a new session. */
export function restore(
  entered: readonly Entered[],
  documents: Documents,
): Omit<Extract<Command, { write: unknown }>, "cmd">[] {
  if (entered.length === 0) return [];
  const ids = new Map([...placesOf(documents)].map(([id, place]) => [place, id]));
  return entered.flatMap(({ place, property, value }) => {
    const id = ids.get(place);
    return id === undefined || documents[id]?.[property] === value ? [] : [{ id, write: { [property]: value } }];
  });
}

/** Returns the position of each control on the page. */
function placesOf(documents: Documents): Map<number, string> {
  const places = new Map<number, string>();
  const look = (id: number, above: string): void => {
    const document = documents[id];
    if (document === undefined) return;
    const place = `${above}/${document.$type}${nameOf(document)}`;
    places.set(id, place);
    for (const [slot, children] of Object.entries(document.$slots ?? {})) {
      for (const [at, child] of [children].flat().entries()) look(child, `${place}/${slot}[${at}]`);
    }
  };
  look(1, "");
  return places;
}

function nameOf(document: Document): string {
  const named = NAMES.flatMap((name) => (typeof document[name] === "string" ? [document[name]] : []));
  return named.length === 0 ? "" : JSON.stringify(named);
}
