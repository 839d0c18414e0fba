import type { Control } from "../core/control.ts";
import { NODE } from "../core/node.ts";
import { handlerName, Prop } from "../core/spec.ts";
import type { Document, Json } from "../protocol/messages.ts";
import { behaviourOf } from "./behaviours.ts";
import type { TestClient } from "./test-client.ts";

type Kind = "press" | "tick" | "type";

/** What a person does with a control, by its ARIA role. Any other can be pressed while it listens. */
const KINDS: { readonly [role: string]: Kind | undefined } = {
  button: "press",
  checkbox: "tick",
  radio: "press",
  searchbox: "type",
  switch: "tick",
  textbox: "type",
};

/** Events of a press, whichever a control declares. */
const PRESSES: readonly string[] = ["click", "tap", "tapText"];

/** A control as the client has it: what a person sees of it, and not what the app may have set since. */
export class Shown {
  readonly control: Control;
  readonly #client: TestClient;

  constructor(control: Control, client: TestClient) {
    this.control = control;
    this.#client = client;
  }

  /** What it stands in. */
  get parent(): Shown | undefined {
    return this.control.parent && new Shown(this.control.parent, this.#client);
  }

  /** Another control, as the same client has it. */
  of(control: Control): Shown {
    return new Shown(control, this.#client);
  }

  /** A property, or what the client implies where it was told nothing. */
  get(name: string): unknown {
    if (this.#document !== undefined && Object.hasOwn(this.#document, name)) return this.#document[name];
    const entry = this.control[NODE].spec.entries[name];
    return entry instanceof Prop ? entry.default : undefined;
  }

  /** Whether the app listens to an event. */
  hears(event: string): boolean {
    return this.#document?.[handlerName(event)] === true;
  }

  /** Names of the handlers that the client knows of. */
  get handlers(): string[] {
    return Object.keys(this.#document ?? {}).filter((name) => /^on[A-Z]/.test(name));
  }

  /** Something happened. Nothing is sent when the app does not listen. */
  emit(event: string, data?: Json): void {
    if (this.hears(event)) this.#client.event(this.control.id, event, data);
  }

  /** The person changed a property; `event` tells of it. Without a listener a client may wait a moment; this one does not. */
  write(property: string, value: Json, event?: string): void {
    this.#client.write(this.control.id, { [property]: value });
    if (event !== undefined) this.emit(event, value);
  }

  get kind(): Kind | undefined {
    if (behaviourOf(this.control)?.isField === true) return "type";
    return KINDS[this.control[NODE].spec.semantics.role ?? ""];
  }

  /** The event of a click, or of Enter or Space, if it declares one. */
  get press(): string | undefined {
    return PRESSES.find((event) => handlerName(event) in this.control[NODE].spec.entries);
  }

  get isLink(): boolean {
    return this.get("url") != null;
  }

  /** Whether something happens when it is pressed. */
  get isAnswering(): boolean {
    const own = behaviourOf(this.control)?.answers?.(this);
    if (own !== undefined) return own;
    const isHeard = this.press !== undefined && this.hears(this.press);
    return isHeard || this.isLink || this.kind === "tick" || this.kind === "type";
  }

  /** Whether it takes clicks, so that what it stands in gets none, and can have the keyboard. */
  get isActive(): boolean {
    return this.kind !== undefined || this.isAnswering;
  }

  get #document(): Document | undefined {
    return this.#client.replica.documents[this.control.id];
  }
}
