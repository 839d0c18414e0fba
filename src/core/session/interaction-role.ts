import { endOf } from "../../protocol/interactions.ts";
import { isPlainObject } from "../declaration/types.ts";

/** The part of an event in interactions, each of which has a name such as `pan` or `hover`. */
export interface InteractionRole {
  /** Interaction that the event begins, and the events that end it, of which a control declares one. */
  readonly begins?: { readonly name: string; readonly end: string; readonly otherEnd?: string };
  /** Interactions that the event ends. */
  readonly ends: readonly string[];
  /** Interaction that the event is a step of. */
  readonly continues?: string;
}

/** Interactions by an event that ends them, if the events are not named alike. */
const OTHER_ENDS: { readonly [event: string]: string | undefined } = {
  blur: "focus",
  exit: "enter",
  close: "open",
  cancel: "open",
  select: "open",
};

/** Returns the part that an event has in interactions, by its name and data. The names follow a convention. */
export function roleOf(event: string, data: unknown): InteractionRole {
  const other = OTHER_ENDS[event];
  if (other !== undefined) return { ends: [other] };
  const isOver = isPlainObject(data) ? data.hovering : data;
  if (event === "hover" && typeof isOver === "boolean")
    return isOver ? { begins: { name: "hover", end: "hover" }, ends: [] } : { ends: ["hover"] };
  const [, name = event, step] = /^(.+?)(Down|Start|MoveUpdate|Update|Up|End|Cancel)$/.exec(event) ?? [];
  const down = `${name}Down`;
  if (step === "Down") return { begins: { name: down, end: `${name}Cancel` }, ends: [] };
  if (step === "Start") return { begins: { name, end: endOf(event) }, ends: [down] };
  if (step === "End" || step === "Cancel") return { ends: [name, down] };
  const end = endOf(event);
  if (end !== event) return { begins: { name, end, otherEnd: "cancel" }, ends: [] };
  return { ends: step === "Up" || step === undefined ? [down] : [], continues: name };
}

/**
 * Returns events of which the app must listen to one, so that the server knows that an interaction that may be canceled has
 * not ended in another way.
 */
export function completionsOf(interaction: string, end: string): readonly string[] {
  if (interaction === "open") return end === "cancel" ? ["select"] : [];
  const name = interaction.replace(/Down$/, "");
  return interaction === name ? [] : [name, `${name}Up`, `${name}Start`];
}
