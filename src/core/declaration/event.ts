import type { Page } from "../../controls/page/page.ts";
import type { Control } from "./reactive-control.ts";

/** The argument of an event handler. */
export interface ControlEvent<C extends Control = Control, D = unknown> {
  /** Control that the event happened to. */
  readonly control: C;
  /** Name of the event, such as `click` for `onClick`. */
  readonly name: string;
  /** Payload of the event, checked against the event's declaration. */
  readonly data: D;
  /** Page that the control is on. */
  readonly page: Page;
}

/** A function that is called with an event; may be async. Its errors go to `didCatch`, then to `page.onError`. */
export type EventHandler<C extends Control = Control, D = void> = (event: ControlEvent<C, D>) => void | Promise<void>;
