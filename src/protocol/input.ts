import type { InputFilter } from "../controls/values/input-filter.ts";

/**
 * What of a text may stay. A pattern for the whole text, such as `^[0-9]*$`, fits
 * nothing once one letter is wrong: then it stays as it was before.
 */
export function filterText(filter: InputFilter, text: string, before: string): string {
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

/** Writes a text into a field, with the cursor as far from the end as it was. */
export function replaceText(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const fromEnd = input.value.length - (input.selectionEnd ?? input.value.length);
  input.value = text;
  const at = Math.max(0, text.length - fromEnd);
  input.setSelectionRange(at, at);
}
