import type { Control } from "./control.ts";
import type { Page } from "./page.ts";

/** What a handler is called with. */
export interface ControlEvent<C extends Control = Control, D = unknown> {
  /** The control it happened to. */
  readonly control: C;
  /** `click` in `onClick`. */
  readonly name: string;
  /** The payload, checked against the event's declaration. */
  readonly data: D;
  /** The page of the control. */
  readonly page: Page;
}

/** Called when the event happens; may be async. What it throws goes to `didCatch`, then `page.onError`. */
export type EventHandler<C extends Control = Control, D = void> = (event: ControlEvent<C, D>) => void | Promise<void>;
