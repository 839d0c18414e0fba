import type { ClientControl } from "../controls/behavior.ts";
import { type Control, specOf } from "../controls/control.ts";
import { handlerName, Prop } from "../core/declaration/spec.ts";
import { endOf } from "../protocol/interactions.ts";
import type { Document, Json } from "../protocol/messages.ts";
import { APP_WRITE, TEXT_WRITE } from "../protocol/text-merge.ts";
import { behaviorOf } from "./behaviors.ts";
import type { TestClient } from "./test-client.ts";

type InteractionKind = "press" | "tick" | "type";

/** Main action of a control by its ARIA role. A control of another role can be pressed while the app listens to it. */
const INTERACTION_KINDS: { readonly [role: string]: InteractionKind | undefined } = {
  button: "press",
  checkbox: "tick",
  radio: "press",
  searchbox: "type",
  switch: "tick",
  textbox: "type",
};

/** Events that a press can send. A control sends the first of them that it declares. */
const PRESS_EVENTS: readonly string[] = ["click", "tap"];

/** How a property is written, by the way in which it is merged. */
const WRITES = { text: TEXT_WRITE, app: APP_WRITE };

/** A control as the test's client shows it: its document in the replica, and the rules of its role. */
export class ReplicaControl implements ClientControl {
  readonly control: Control;
  readonly #client: TestClient;

  constructor(control: Control, client: TestClient) {
    this.control = control;
    this.#client = client;
  }

  /** Parent of the control, as the same client shows it. */
  get parent(): ReplicaControl | undefined {
    return this.control.parent && new ReplicaControl(this.control.parent, this.#client);
  }

  /** Returns another control, as the same client shows it. */
  forControl(control: Control): ReplicaControl {
    return new ReplicaControl(control, this.#client);
  }

  /** Returns a property's value in the client. A property that was not sent has its default value. */
  get(name: string): unknown {
    if (this.#document !== undefined && Object.hasOwn(this.#document, name)) return this.#document[name];
    const entry = specOf(this.control).entries[name];
    return entry instanceof Prop ? entry.default : undefined;
  }

  /** Whether the app listens to an event. */
  listensTo(event: string): boolean {
    return this.#document?.[handlerName(event)] === true;
  }

  /** Names of the handlers that the client knows about. */
  get handlerNames(): string[] {
    return Object.keys(this.#document ?? {}).filter((name) => /^on[A-Z]/.test(name));
  }

  emit(event: string, data?: Json, of?: Control): void {
    if (this.listensTo(event) || this.listensTo(endOf(event)))
      this.#client.event(this.control.id, event, data, { of: of?.id });
  }

  /** Sends a property write and the event that reports it, if the app listens to it. */
  write(property: string, value: Json, event?: string, of?: Control): void {
    this.#client.enter(this.control.id, property, value, this.#listened(event), { of: of?.id });
  }

  writeLatest(property: string, value: Json, event?: string, data?: Json): void {
    const { merge } = (specOf(this.control).entries[property] as Prop<unknown>).rules;
    const options = merge === undefined ? { isLatest: true } : WRITES[merge];
    this.#client.enter(this.control.id, property, value, this.#listened(event), { ...options, data });
  }

  #listened(event: string | undefined): string | undefined {
    return event !== undefined && this.listensTo(event) ? event : undefined;
  }

  get interaction(): InteractionKind | undefined {
    if (behaviorOf(this.control)?.isField === true) return "type";
    return INTERACTION_KINDS[specOf(this.control).semantics.role ?? ""];
  }

  /** Event that a click, Enter or Space sends, if the control declares one. */
  get pressEvent(): string | undefined {
    const isDeclared = (event: string): boolean => handlerName(event) in specOf(this.control).entries;
    return behaviorOf(this.control)?.pressEvent ?? PRESS_EVENTS.find(isDeclared);
  }

  get isLink(): boolean {
    return this.get("url") != null;
  }

  /** Whether a press of the control has an effect. */
  get isReactive(): boolean {
    const own = behaviorOf(this.control)?.reactsToPress?.(this);
    if (own !== undefined) return own;
    const isHeard = this.pressEvent !== undefined && this.listensTo(this.pressEvent);
    return isHeard || this.isLink || this.interaction === "tick" || this.interaction === "type";
  }

  /** Whether the control takes clicks and can have focus. Its ancestors receive no click that it takes. */
  get isInteractive(): boolean {
    return this.interaction !== undefined || this.isReactive;
  }

  get #document(): Document | undefined {
    return this.#client.replica.documents[this.control.id];
  }
}
