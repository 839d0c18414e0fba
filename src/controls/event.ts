import type { ControlEvent as AnyControlEvent } from "../core/declaration/event.ts";
import type { Control } from "./control.ts";
import type { Page } from "./page/page.ts";

/** The argument of an event handler. */
export interface ControlEvent<C extends Control = Control, D = unknown> extends AnyControlEvent<C, D> {
  /** Page that the control is on. */
  readonly page: Page;
}

/**
 * A function that is called with an event. It may be async, and may return any value, which is ignored. Its errors go to
 * `didCatch`, then to `page.onError`.
 */
export type EventHandler<C extends Control = Control, D = void> = (event: ControlEvent<C, D>) => unknown;
