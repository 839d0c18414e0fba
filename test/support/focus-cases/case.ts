import { Button, type Control } from "runlet";

/** A key that a person presses, and the name of what has the focus after it. */
export type Step = readonly [key: string, focused: string];

/** Something that happens to the control with the focus. The page has a button "After" below the root. */
export interface FocusCase {
  readonly root: Control;
  /** Control that has the focus. */
  readonly start: Control;
  /** Whether the control gets the focus by a click on it. */
  readonly isClicked?: boolean;
  /** Selector of the element in it that has the focus, if not the first. */
  readonly part?: string;
  /** Controls that are opened before, the outermost first. */
  readonly opens?: readonly Control[];
  /** What the app does. */
  readonly act: () => void;
  /** Name of what has the focus then. */
  readonly focused: string;
  /** The name in the testing kit, if it is another one. Null: the kit knows too little of the case. */
  readonly inKit?: string | null;
  /** What happens next, in a browser. */
  readonly keys?: readonly Step[];
}

export type FocusCases = { readonly [name: string]: () => FocusCase };

export function button(content: string): Button {
  return new Button({ content, onClick: () => {} });
}

/** What the app does to the control with the focus. */
export function remove({ parent, id }: Control): void {
  for (const name of ["controls", "items", "tabs", "segments", "destinations"]) {
    const list = parent === undefined ? undefined : (Reflect.get(parent, name) as Control[] | undefined);
    const at = list?.findIndex((control) => control.id === id) ?? -1;
    if (at !== -1) list?.splice(at, 1);
  }
}
export function hide(control: Control): void {
  control.visible = false;
}
export function disable(control: Control): void {
  control.disabled = true;
}
