import type { Detector } from "../input/gestures/detector.ts";
import type { Json } from "../protocol/messages.ts";
import type { Control } from "./control.ts";

/** A control as the client of a test shows it, without changes that the app has made but not sent yet. */
export interface ClientControl {
  /** The app's own instance. */
  readonly control: Control;
  /** Parent of the control, as the same client shows it. Undefined for the page. */
  readonly parent: ClientControl | undefined;
  /** Whether the control takes clicks and can have focus. Its ancestors receive no click that it takes. */
  readonly isInteractive: boolean;
  /** Whether the control is a link: it has a `url`. */
  readonly isLink: boolean;
  /** Names of the handlers that the client knows about, such as `onClick`. */
  readonly handlerNames: readonly string[];
  /** Returns another control, as the same client shows it. */
  forControl(control: Control): ClientControl;
  /** Returns a property's value in the client. A property that was not sent has its default value. */
  get(name: string): unknown;
  /** Whether the app listens to an event, such as `"change"`. */
  listensTo(event: string): boolean;
  /**
   * Sends an event if the app listens to it, or to the event that ends it. `of` is the chosen child if the data is a
   * position among children.
   */
  emit(event: string, data?: Json, of?: Control): void;
  /**
   * Sends a property write, and the event that reports it if the app listens to it. The property must be writable. `of` is
   * the chosen child if the value is a position among children.
   */
  write(property: string, value: Json, event?: string, of?: Control): void;
  /**
   * Sends a write of a property that changes in quick succession, such as text: over a slow line, values are left out, but
   * never the last one. `data` is the data of the event, by default the value.
   */
  writeLatest(property: string, value: Json, event?: string, data?: Json): void;
}

/** Menus that are open on the page. Opening and closing them also moves focus. */
export interface Menus {
  /** Whether the menu of a control is open. */
  isOpen(control: Control): boolean;
  /** Opens the menu of a control. */
  open(clientControl: ClientControl): void;
  /** Opens a menu by keyboard, which moves focus to its first usable item. */
  openByKey(clientControl: ClientControl): void;
  /** Closes a menu and the menus inside it. Focus returns to the control that opened it if it was inside. */
  close(clientControl: ClientControl): void;
  /** Closes all menus around an item that was selected. Focus returns to the control that opened the outermost menu. */
  closeAround(item: ClientControl): void;
}

/** Actions that a press or a key may cause in addition to events. */
export interface BehaviorContext {
  /** Moves focus to another control. */
  focus(control: Control): void;
  /** Presses another control, too. */
  press(other: ClientControl): void;
  /** Open menus of the page. */
  readonly menus: Menus;
}

/**
 * Gestures of a control that recognizes touches on everything inside it.
 * @internal
 */
export interface GestureBehavior {
  /** Whether the app listens to any gesture. */
  isListened(clientControl: ClientControl): boolean;
  /** Whether the control consumes a click, so that its ancestors do not receive it. */
  ownsClick(clientControl: ClientControl): boolean;
  /** Returns what recognizes the gestures of a touch, or `undefined` if the control ignores touches. */
  detector(clientControl: ClientControl, after: (ms: number, callback: () => void) => () => void): Detector | undefined;
}

/**
 * What a control does when a person uses it, for tests without a browser: which writes and events a press or a key
 * sends. The renderer does the same in the browser. A control that is only a button, a checkbox or a text field by its
 * role needs no behavior.
 */
export interface Behavior {
  /** Returns whether a press has an effect. `undefined`: it has one if the app listens to clicks. */
  reactsToPress?(clientControl: ClientControl): boolean | undefined;
  /** Performs a press. Default: a click. */
  press?(clientControl: ClientControl, context: BehaviorContext): void;
  /** Handles a key. Returns whether it had an effect. If not, Enter and Space press the control. */
  key?(clientControl: ClientControl, key: string, context: BehaviorContext): boolean;
  /** Returns why the control cannot be used now, as the end of the error message, or `undefined` if it can. */
  blockedReason?(clientControl: ClientControl, context: BehaviorContext): string | undefined;
  /** Returns the control that has focus after a press, if it is not the pressed control. */
  focusAfterPress?(clientControl: ClientControl): Control | undefined;
  /** Event that a press sends. Default: `"click"`, or `"tap"` if the control declares only that. */
  readonly pressEvent?: string;
  /** Whether text can be typed into the control, although its role is not that of a text field. */
  readonly isField?: boolean;
  /** Reason why a tap cannot be simulated without a layout, as the end of the error message. */
  readonly noTapReason?: string;
  /**
   * Gestures of the control.
   * @internal
   */
  readonly gestures?: GestureBehavior;
}
