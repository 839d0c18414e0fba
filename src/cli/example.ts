/** The smallest app, as the text of its file. */
export const EXAMPLE: string = `import { type Page, run, Text } from "runlet";

run((page: Page) => {
  page.add(new Text({ value: "Hello" }));
});
`;

/** Returns a text with each line indented, so that an example differs from the words around it. */
export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
