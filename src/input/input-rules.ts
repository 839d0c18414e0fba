/**
 * Rules for the effect of a person's input. They are shared, so that the client in the browser and the one for tests
 * behave the same.
 */

/** Rule for typed text: the `InputFilter` of a field. */
export interface TextFilter {
  readonly regexString: string;
  readonly allow?: boolean | undefined;
  readonly replacementString?: string | undefined;
  readonly multiline?: boolean | undefined;
  readonly caseSensitive?: boolean | undefined;
  readonly unicode?: boolean | undefined;
  readonly dotAll?: boolean | undefined;
}

/**
 * Returns the part of a text that the filter keeps. A pattern for the whole text, such as `^[0-9]*$`, matches nothing
 * if one character is wrong: then the text before the edit is kept.
 */
export function filterText(filter: TextFilter, text: string, before: string): string {
  const { regexString, allow, replacementString = "", multiline, caseSensitive, unicode, dotAll } = filter;
  const flags = [
    "g",
    multiline === true && "m",
    caseSensitive === false && "i",
    unicode === true && "u",
    dotAll === true && "s",
  ];
  const pattern = new RegExp(regexString, flags.filter(Boolean).join(""));
  if (allow === false) return text.replace(pattern, () => replacementString);
  let result = "";
  let end = 0;
  let isFitting = false;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) result += replacementString;
    result += match[0];
    end = match.index + match[0].length;
    isFitting = true;
  }
  if (!isFitting) return text === "" ? "" : before;
  return end < text.length ? result + replacementString : result;
}

/** Properties of a field that decide whether its text may have several lines. */
export interface LineOptions {
  readonly multiline?: boolean;
  readonly shiftEnter?: boolean;
  readonly password?: boolean;
}

/** Returns whether a field's text may have several lines. */
export function isMultiline({ multiline, shiftEnter, password }: LineOptions): boolean {
  return password !== true && (multiline === true || shiftEnter === true);
}

/** Returns whether Enter submits a field. Otherwise, Enter starts a new line. */
export function submitsOnEnter(field: LineOptions, isShiftDown: boolean): boolean {
  return !isMultiline(field) || (field.shiftEnter === true && !isShiftDown);
}

/** Returns the value of a checkbox after a click. With `tristate`, `null` (neither) follows `true`. */
export function nextCheckboxValue(value: boolean | null | undefined, tristate: boolean | undefined): boolean | null {
  return value === true ? (tristate === true ? null : false) : value !== null;
}

/**
 * Returns the selected values after a press on one of them; undefined if nothing changes. With `allowsEmpty` false, the
 * last selected value cannot be deselected.
 */
export function nextSelection(
  selected: readonly string[],
  pressed: string,
  allowsMultiple: boolean,
  allowsEmpty: boolean,
): string[] | undefined {
  const rest = selected.filter((value) => value !== pressed);
  const isSelected = rest.length < selected.length;
  if (!isSelected) return allowsMultiple ? [...selected, pressed] : [pressed];
  return rest.length > 0 || allowsEmpty ? (allowsMultiple ? rest : []) : undefined;
}

/** The range of a slider, and the position of its thumb. */
export interface SliderRange {
  readonly min: number;
  readonly max: number;
  readonly divisions?: number | null | undefined;
  readonly value: number;
}

/** Returns the nearest value that the slider can have. */
export function snapToDivision({ min, max, divisions }: Omit<SliderRange, "value">, value: number): number {
  const within = Math.min(Math.max(value, min), Math.max(min, max));
  if (divisions == null || max <= min) return within;
  const part = Math.round(((within - min) / (max - min)) * divisions);
  // Rounding removes the inexact digits of the division: 0.3, not 0.30000000000000004.
  return Number((min + ((max - min) * part) / divisions).toPrecision(12));
}

/**
 * Returns the value of a slider after a key is pressed; undefined for other keys. An arrow moves it by one division, or
 * a hundredth of the range. Page Up and Page Down move it by a tenth of the range, but at least one division. Home and
 * End move it to the ends.
 */
export function valueAfterKey(scale: SliderRange, key: string, isRtl = false): number | undefined {
  const { min, max, divisions, value } = scale;
  const sideways = isRtl ? -1 : 1;
  const steps = { ArrowRight: sideways, ArrowUp: 1, ArrowLeft: -sideways, ArrowDown: -1, PageUp: 10, PageDown: -10 };
  if (key === "Home") return min;
  if (key === "End") return max;
  const step = steps[key as keyof typeof steps] as number | undefined;
  if (step === undefined) return undefined;
  const parts = divisions ?? 100;
  const divisionsMoved = Math.abs(step) === 10 ? Math.max(1, Math.round(parts / 10)) * Math.sign(step) : step;
  const moved = value + (divisionsMoved * (max - min)) / parts;
  return snapToDivision(scale, Number(moved.toPrecision(12)));
}

const ARROW_STEPS: { readonly [key: string]: number | undefined } = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** Returns the step in a list of controls that an arrow key makes: 1, -1, or `undefined` for another key. */
export function arrowStep(key: string): number | undefined {
  return ARROW_STEPS[key];
}
