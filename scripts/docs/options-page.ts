import { limitVariable } from "../../src/server/options.ts";
import { code, splitDefault, table } from "./markdown.ts";
import { declarationsIn, type Member } from "./source.ts";

const INTRO = `
# Options

\`run(main, options)\`, \`serve(main, options)\` and \`createApp(main, options)\` take these options. If an
environment variable of an option is set, it counts instead of the option. \`--port\`, \`--host\` and \`--web\` of
\`runlet run\` count instead of both. A wrong value is the error [\`bad-option\`](../errors.md#bad-option), which names all
wrong options at once. A file of \`clientModules\` that cannot be read is the same error, and is reported when all options
are right.
`;

const LIMITS = `
## Limits

The option \`limits\` takes these numbers; each that is left out keeps its default. They bound what one client, or all clients
together, may use: \`run(main, { limits: { controls: 10_000 } })\`. If the environment variable of a limit is set, it counts
instead.
`;

/** Returns the page of the options of an app, from the doc comments of their interfaces. */
export function optionsPage(): string {
  const options = membersOf("AppOptions", "src/server/options.ts").map((option) => {
    const [, before = "", variable, more = ""] = /^(.*?) ?Variable: (RUNLET_\w+)(?:, ([^.]*))?\.$/.exec(
      option.doc ?? "",
    ) ?? ["", option.doc];
    const { text, initial = "none" } = splitDefault(before);
    const cell = variable === undefined ? "" : `${code(variable)}${more === "" ? "" : `, ${more}`}`;
    return [code(option.name), code(option.type), initial, cell, text];
  });
  const limits = membersOf("Limits", "src/core/link/limits.ts").map(({ name, doc = "" }) => {
    const { text, initial = "" } = splitDefault(doc);
    return [code(name), initial, code(limitVariable(name)), text];
  });
  return [
    INTRO,
    table("## All options", ["option", "type", "default", "variable", ""], options),
    LIMITS,
    table("", ["limit", "default", "variable", ""], limits),
  ].join("");
}

function membersOf(name: string, file: string): readonly Member[] {
  return declarationsIn(file).find((declaration) => declaration.name === name)?.members ?? [];
}
