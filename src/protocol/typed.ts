import type { Command, Document, Documents, Json } from "./messages.ts";

/** What a person entered: where on the page, in which control. */
export interface Entered {
  /** Slots, places and types from the page down, and what the control is called. */
  readonly place: string;
  readonly property: string;
  readonly value: Json;
  /** Nothing to be written down. */
  readonly isSecret?: boolean;
}

/** Stands for a property: where the keyboard is in a control. */
export const FOCUS = "$focus";

/** Properties by which a person tells one field from another. */
const NAMES: readonly string[] = ["label", "hintText", "name"];

/**
 * Remembers what the person entered that still stands on the page, so that it can be put back where a new session
 * shows the same controls.
 */
export class Typed {
  /** By control id and property. */
  readonly #written = new Map<string, { readonly id: number; readonly property: string; value: Json }>();

  /** The person changed a property. */
  wrote(id: number, property: string, value: Json): void {
    // Where the cursor stands is no answer to anything.
    if (property !== "selection") this.#written.set(`${id}/${property}`, { id, property, value });
  }

  /** What stands in the documents as it was entered, and where the keyboard is. */
  entered(documents: Documents, focus?: { readonly id: number; readonly value: Json }): Entered[] {
    const written = [...this.#written.values()].filter(
      ({ id, property, value }) => documents[id]?.[property] === value,
    );
    // Last: the value that comes before it would move the cursor.
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

/** Where what was entered belongs in the documents of a new session: as the writes that put it back. */
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

/** The place of each control on the page. */
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
