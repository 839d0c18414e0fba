import { mustBe, problemIn } from "../core/declaration/problem.ts";
import { booleanType, objectType, stringType, type Type } from "../core/declaration/types.ts";

/**
 * A filter for what can be typed. It prevents mistakes, but it is no security check: check the value where it is used.
 * Flet: `InputFilter`.
 */
export interface InputFilter {
  /**
   * JavaScript regular expression, without slashes, that matches parts of the text: `[0-9]`. An invalid expression is
   * an error, and so is one of more than 1,000 characters.
   */
  readonly regexString: string;
  /** Whether matches are kept and the rest is replaced. With `false`, the matches are replaced. Default `true`. */
  readonly allow?: boolean | undefined;
  /** Text that replaces each removed part. Default `""`. */
  readonly replacementString?: string | undefined;
  /** Whether `^` and `$` match at each line. Default `false`. */
  readonly multiline?: boolean | undefined;
  /** Whether upper and lower case are distinguished. Default `true`. */
  readonly caseSensitive?: boolean | undefined;
  /** Whether a character beyond 16 bits counts as one character, and `\p{…}` can be used. Default `false`. */
  readonly unicode?: boolean | undefined;
  /** Whether `.` matches line breaks, too. Default `false`. */
  readonly dotAll?: boolean | undefined;
}

/** Longest regular expression. To read one of a million characters may take seconds. */
const MAX_EXPRESSION = 1_000;

const fields: Type<InputFilter> = objectType<InputFilter>(
  "InputFilter",
  {
    regexString: stringType,
    allow: booleanType,
    replacementString: stringType,
    multiline: booleanType,
    caseSensitive: booleanType,
    unicode: booleanType,
    dotAll: booleanType,
  },
  ["regexString"],
  [{ regexString: "[0-9]" }],
);

export const inputFilterType: Type<InputFilter> = {
  ...fields,
  check(value) {
    const problem = fields.check(value);
    if (problem !== undefined) return problem;
    const { regexString, unicode } = value as InputFilter;
    if (regexString.length > MAX_EXPRESSION) {
      return problemIn("regexString", mustBe(`at most ${MAX_EXPRESSION} characters long`, regexString));
    }
    try {
      new RegExp(regexString, unicode === true ? "u" : "");
      return undefined;
    } catch {
      return problemIn("regexString", mustBe("a regular expression", regexString));
    }
  },
};

/** A filter that allows only digits. Flet: `NumbersOnlyInputFilter`. */
export const numbersOnly: InputFilter = { regexString: "[0-9]" };

/** A filter that allows only the characters A to Z and a to z. Flet: `TextOnlyInputFilter`. */
export const lettersOnly: InputFilter = { regexString: "[a-zA-Z]" };
