/**
 * Rules for the effect of a person's input. They are shared, so that the client in the browser and the one for tests
 * behave the same.
 */

/** Rule for the text that may be typed: the `InputFilter` of a field. */
export interface TypingRule {
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
export function filterText(filter: TypingRule, text: string, before: string): string {
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
  let kept = "";
  let end = 0;
  let isFitting = false;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) kept += replacementString;
    kept += match[0];
    end = match.index + match[0].length;
    isFitting = true;
  }
  if (!isFitting) return text === "" ? "" : before;
  return end < text.length ? kept + replacementString : kept;
}

/** Properties of a field that decide whether it has lines. */
export interface Lines {
  readonly multiline?: boolean;
  readonly shiftEnter?: boolean;
  readonly password?: boolean;
}

/** Whether a field's text may have several lines. */
export function takesLines({ multiline, shiftEnter, password }: Lines): boolean {
  return password !== true && (multiline === true || shiftEnter === true);
}

/** Whether Enter submits a field. Otherwise it starts a new line. */
export function isSubmit(field: Lines, isShiftDown: boolean): boolean {
  return !takesLines(field) || (field.shiftEnter === true && !isShiftDown);
}

/** Returns the value of a checkbox after a click. With `tristate`, `null` (neither) follows `true`. */
export function tickedNext(value: boolean | null | undefined, tristate: boolean | undefined): boolean | null {
  return value === true ? (tristate === true ? null : false) : value !== null;
}

/**
 * Returns the selected values after a press on one of them; undefined if nothing changes. With `mayBeNone` false, the
 * last selected value cannot be deselected.
 */
export function pickedNext(
  picked: readonly string[],
  pressed: string,
  mayBeMany: boolean,
  mayBeNone: boolean,
): string[] | undefined {
  const rest = picked.filter((value) => value !== pressed);
  const isPicked = rest.length < picked.length;
  if (!isPicked) return mayBeMany ? [...picked, pressed] : [pressed];
  return rest.length > 0 || mayBeNone ? (mayBeMany ? rest : []) : undefined;
}

/** The range of a slider, and the position of its thumb. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly divisions?: number | null | undefined;
  readonly value: number;
}

/** Returns the nearest value that the slider can have. */
export function onScale({ min, max, divisions }: Omit<Scale, "value">, value: number): number {
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
export function slidBy(scale: Scale, key: string, isRtl = false): number | undefined {
  const { min, max, divisions, value } = scale;
  const sideways = isRtl ? -1 : 1;
  const steps = { ArrowRight: sideways, ArrowUp: 1, ArrowLeft: -sideways, ArrowDown: -1, PageUp: 10, PageDown: -10 };
  if (key === "Home") return min;
  if (key === "End") return max;
  const step = steps[key as keyof typeof steps] as number | undefined;
  if (step === undefined) return undefined;
  const parts = divisions ?? 100;
  const far = Math.abs(step) === 10 ? Math.max(1, Math.round(parts / 10)) * Math.sign(step) : step;
  const moved = value + (far * (max - min)) / parts;
  return onScale(scale, Number(moved.toPrecision(12)));
}
