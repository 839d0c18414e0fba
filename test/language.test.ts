import { expect, test } from "vitest";
import { propertyProblems, wordProblems } from "../scripts/language-problems.ts";
import { commentsIn, identifiersIn, textsIn } from "../scripts/source-text.ts";

const SOURCE = `
/** Whoever is ${"told"} stays. See https://example.com/told and \`told\`. */
export const toldTwice = "no comment // of told errors here";
test("nobody hears", () => {}); // a colour
const pattern = /"\\/\\/ told"/;
`;

test("banned words are found in comments, test names, messages and identifiers, with their lines", () => {
  expect(wordProblems("x.ts", commentsIn(SOURCE))).toEqual([
    expect.stringMatching(/^x\.ts:2: "told": /),
    expect.stringMatching(/^x\.ts:2: "Whoever": /),
    expect.stringMatching(/^x\.ts:4: "colour": /),
  ]);
  expect(wordProblems("x.ts", textsIn(SOURCE, "test names"))).toEqual([expect.stringMatching(/^x\.ts:4: "nobody": /)]);
  expect(wordProblems("x.ts", textsIn(SOURCE, "messages"))).toEqual([expect.stringMatching(/^x\.ts:3: "told": /)]);
  expect(wordProblems("x.ts", identifiersIn(SOURCE), "code")).toEqual([expect.stringMatching(/^x\.ts:3: "told": /)]);
});

test("words that only begin or end like a banned word are no problem", () => {
  const text =
    "An understanding of standard mushrooms, colored gray, in a theater of dialogs: besides, it is untold-free";
  expect(wordProblems("x.ts", [{ text: text.replace("untold-free", "retold"), line: 1 }])).toEqual([]);
});

test("the documentation of a property begins with what the property is, that of a handler with Called", () => {
  const source = `
export interface ChipProps {
  /** Of the tick. */
  checkColor?: Color;
  /** The same for the label. */
  labelColor?: Color;
  elevation?: number;
  /** The chip was clicked. */
  onClick?: EventHandler<Chip>;
  /** Color of text on the primary color. */
  onPrimary?: Color;
  /** Called when the chip is deleted. */
  onDelete?: EventHandler<Chip>;
}
`;
  expect(propertyProblems("x.ts", source)).toEqual([
    expect.stringMatching(/^x\.ts:4: "Of …"/),
    expect.stringMatching(/^x\.ts:6: "The same …"/),
    "x.ts:7: elevation has no documentation",
    expect.stringMatching(/^x\.ts:9: begin the documentation of the handler onClick/),
  ]);
});
