/**
 * What a client makes of what a person does. Here, so that every client does the same: the one in the browser and the
 * one that tests have.
 */

/** What may be typed: the `InputFilter` of a field. */
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
 * What of a text may stay. A pattern for the whole text, such as `^[0-9]*$`, fits
 * nothing once one letter is wrong: then it stays as it was before.
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

/** What a field says of lines. */
export interface Lines {
  readonly multiline?: boolean;
  readonly shiftEnter?: boolean;
  readonly password?: boolean;
}

/** Whether a field's text may have several lines. */
export function takesLines({ multiline, shiftEnter, password }: Lines): boolean {
  return password !== true && (multiline === true || shiftEnter === true);
}

/** Whether Enter submits a field; else it begins a line. */
export function isSubmit(field: Lines, isShiftDown: boolean): boolean {
  return !takesLines(field) || (field.shiftEnter === true && !isShiftDown);
}

/** What a click makes of a checkbox. After yes comes neither, if there is neither. */
export function tickedNext(value: boolean | null | undefined, tristate: boolean | undefined): boolean | null {
  return value === true ? (tristate === true ? null : false) : value !== null;
}

/**
 * What is chosen of several after a press on one of them: undefined if it stays as it was. Where one must stay chosen,
 * the last one does.
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

/** The line of a slider, and where its thumb is. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly divisions?: number | null | undefined;
  readonly value: number;
}

/** The nearest value that can be chosen. */
export function onScale({ min, max, divisions }: Omit<Scale, "value">, value: number): number {
  const within = Math.min(Math.max(value, min), Math.max(min, max));
  if (divisions == null || max <= min) return within;
  const part = Math.round(((within - min) / (max - min)) * divisions);
  // Without the digits that come of dividing: 0.3, not 0.30000000000000004.
  return Number((min + ((max - min) * part) / divisions).toPrecision(12));
}

/** Where a key moves the thumb of a slider: by a part, or by a hundredth or tenth of the line. Undefined for other keys. */
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
