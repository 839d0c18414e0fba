import { createRequire } from "node:module";

/** An example of CommonMark's specification: a text, and the HTML that it means. */
export interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly number: number;
}

const { tests } = createRequire(import.meta.url)("commonmark-spec") as { tests: readonly Example[] };

/** All examples of CommonMark's specification, which is by John MacFarlane. It shows tabs as arrows. */
export const examples: readonly Example[] = tests.map(({ markdown, html, number }) => ({
  markdown: markdown.replaceAll("→", "\t"),
  html: html.replaceAll("→", "\t"),
  number,
}));
