import type { Control } from "runlet";

/** What a person may do with a page: by the testing kit, or in a browser. */
export interface Hands {
  tap(control: Control): Promise<void>;
  press(control: Control, key: string): Promise<void>;
  type(control: Control, text: string): Promise<void>;
}

export type Act = (hands: Hands, ...used: [Control, ...Control[]]) => Promise<void>;

/** What is used, and what stands on the page, if that is something else. */
export interface Setting {
  readonly used: readonly Control[];
  readonly root?: Control;
  /** Handlers that the app does not have. */
  readonly without?: readonly string[];
}

/** Controls, and what a person does with them: the app must hear the same from the testing kit and from a browser. */
export type Scene = readonly [what: string, make: () => Setting, act: Act];

/** One control alone on the page. */
export const one = (make: () => Control) => (): Setting => ({ used: [make()] });

/** Taps it, and presses it by the keyboard. */
export const use: Act = async (hands, control) => {
  await hands.tap(control);
  await hands.press(control, "Enter");
  if (Reflect.get(control, "url") == null) await hands.press(control, " ");
};

export const types =
  (text: string): Act =>
  (hands, field) =>
    hands.type(field, text);
