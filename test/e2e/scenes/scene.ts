import type { Control } from "runlet";

/** Input that a person can give, through the testing kit or in a browser. */
export interface Hands {
  tap(control: Control): Promise<void>;
  press(control: Control, key: string): Promise<void>;
  type(control: Control, text: string): Promise<void>;
}

export type Act = (hands: Hands, ...used: [Control, ...Control[]]) => Promise<void>;

/** The controls of a scene. `root` is added to the page and contains them. Default: the first control. */
export interface Setting {
  readonly used: readonly Control[];
  readonly root?: Control;
  /** Names of handlers that the app does not set. */
  readonly without?: readonly string[];
}

/** Controls and input to them. The app must receive the same events from the testing kit and from a browser. */
export type Scene = readonly [name: string, make: () => Setting, act: Act];

/** Makes a setting of a single control. */
export const one = (make: () => Control) => (): Setting => ({ used: [make()] });

/** Taps the control, then presses Enter and, unless the control is a link, Space. */
export const use: Act = async (hands, control) => {
  await hands.tap(control);
  await hands.press(control, "Enter");
  if (Reflect.get(control, "url") == null) await hands.press(control, " ");
};

export const types =
  (text: string): Act =>
  (hands, field) =>
    hands.type(field, text);
