import type { Mutant } from "./mutant.ts";

const image = "src/values/image-source.ts";
const url = "src/values/url.ts";
const messages = "src/core/link/client-messages.ts";
const expressions = ["test/regular-expressions.test.ts"];
const addresses = ["test/values/addresses.test.ts"];
const longTexts = ["test/values/long-texts.test.ts"];
const limits = ["test/session/client-messages.test.ts"];

/** Faults in what reads texts and messages of an app or a client: too slow, too much, or wrong. */
export const parsing: readonly Mutant[] = [
  {
    name: "an image address of 182 characters takes seconds",
    file: image,
    find: "/^<svg[\\s>]/i.test(rest)",
    replace: "/^(?:<!--.*?-->\\s*)*<svg[\\s>]/is.test(rest)",
    tests: expressions,
  },
  {
    name: "a comment in an image ends where it begins",
    file: image,
    find: "rest.indexOf(end, beginning.length)",
    replace: "rest.indexOf(end)",
    tests: addresses,
  },
  {
    name: "half a character in an image is an error",
    file: image,
    find: "value.toWellFormed()",
    replace: "value",
    tests: addresses,
  },
  {
    name: "a long host is converted",
    file: url,
    find: "host.length > MAX_HOST ?",
    replace: "host.length > MAX_LENGTH ?",
    tests: addresses,
  },
  {
    name: "the host of an address is found before tabs and line breaks are removed",
    file: url,
    find: 'text.replace(/[\\t\\n\\r]/g, "")',
    replace: "text",
    tests: addresses,
  },
  {
    name: "spaces hide the scheme of an address",
    file: url,
    find: "value.trimStart().slice(0, MAX_LENGTH)",
    replace: "value.slice(0, MAX_LENGTH)",
    tests: addresses,
  },
  {
    name: "a filter of any length is compiled",
    file: "src/values/input-filter.ts",
    find: "regexString.length > MAX_EXPRESSION",
    replace: "regexString.length < 0",
    tests: addresses,
  },
  {
    name: "a color of many digits takes seconds",
    file: "src/values/css-color.ts",
    find: "\\d+(?:\\.\\d*)?|",
    replace: "\\d+\\.?\\d*|",
    tests: expressions,
  },
  {
    name: "the name of a field is quoted at any length",
    file: "src/core/declaration/problem.ts",
    find: "const field = shorten(key, MAX_FIELD);",
    replace: "const field = key;",
    tests: longTexts,
  },
  {
    name: "the name of a property is quoted at any length",
    file: "src/core/tree/node.ts",
    find: ".${shorten(name, MAX_NAME)}`",
    replace: ".${name}`",
    tests: ["test/session/costly-messages.test.ts"],
  },
  {
    name: "a long word is compared with all names",
    file: "src/core/declaration/nearest-word.ts",
    find: "  if (typed.length > MAX_TYPED) return undefined;\n",
    replace: "",
    tests: ["test/core/nearest-word.test.ts", ...longTexts, "test/session/costly-messages.test.ts"],
  },
  {
    name: "a word at the largest distance is not found",
    file: "src/core/declaration/nearest-word.ts",
    find: "at + limit - 1);",
    replace: "at + limit - 2);",
    tests: ["test/core/nearest-word.test.ts"],
  },
  {
    name: "a message may be of any depth",
    file: messages,
    find: "if (depth >= MAX.depth)",
    replace: "if (false)",
    tests: limits,
  },
  {
    name: "a message may have any number of values",
    file: messages,
    find: "if (++values > MAX.values)",
    replace: "if (false)",
    tests: limits,
  },
  {
    name: "an object in a message may have any number of keys",
    file: messages,
    find: "if (keys.length > MAX.keys)",
    replace: "if (false)",
    tests: limits,
  },
  {
    name: "a text in a message may be of any length",
    file: messages,
    find: "if (value.length > maxText)",
    replace: "if (false)",
    tests: limits,
  },
  {
    name: "a message may have keys that change prototypes",
    file: messages,
    find: "if (FORBIDDEN_KEYS.has(key))",
    replace: "if (false)",
    tests: ["test/session/client-messages.test.ts"],
  },
  {
    name: "a command may be a write and an event at once",
    file: messages,
    find: ".length === 1;",
    replace: ".length >= 1;",
    tests: ["test/session/client-messages.test.ts"],
  },
  {
    name: "the error about a wrong secret contains it",
    file: messages,
    find: "'\"resume.secret\" must be a short text'",
    replace: '`"resume.secret" must be a short text, not ${quote(secret)}`',
    tests: ["test/session/client-messages.test.ts"],
  },
];
