import { booleanType, mustBe, objectType, stringType, type Type } from "../../core/types.ts";

/**
 * What may be typed. It spares the person a mistake; it is not a check of what arrives: whoever uses the value
 * looks at it. Flet: `InputFilter`.
 */
export interface InputFilter {
  /** A regular expression as in JavaScript, without slashes, that fits pieces of the text: `[0-9]`. */
  readonly regexString: string;
  /** Whether the pieces that fit are kept and all else is replaced, or only they are replaced. Default `true`: kept. */
  readonly allow?: boolean | undefined;
  /** Stands in the place of each piece that is replaced. Default `""`. */
  readonly replacementString?: string | undefined;
  /** Whether `^` and `$` fit at each line. Default `false`. */
  readonly multiline?: boolean | undefined;
  /** Default `true`. */
  readonly caseSensitive?: boolean | undefined;
  /** Whether letters beyond 16 bits are one letter, and `\p{…}` can be used. Default `false`. */
  readonly unicode?: boolean | undefined;
  /** Whether `.` fits line breaks too. Default `false`. */
  readonly dotAll?: boolean | undefined;
}

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
);

export const inputFilterType: Type<InputFilter> = {
  ...fields,
  check(value) {
    const problem = fields.check(value);
    if (problem !== undefined) return problem;
    const { regexString, unicode } = value as InputFilter;
    try {
      new RegExp(regexString, unicode === true ? "u" : "");
      return undefined;
    } catch {
      return `.regexString${mustBe("a regular expression", regexString)}`;
    }
  },
};

/** Only digits can be typed. Flet: `NumbersOnlyInputFilter`. */
export const numbersOnly: InputFilter = { regexString: "[0-9]" };

/** Only Latin letters can be typed. Flet: `TextOnlyInputFilter`. */
export const lettersOnly: InputFilter = { regexString: "[a-zA-Z]" };
