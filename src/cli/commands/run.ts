import { resolve } from "node:path";
import { type CommandDef, defineCommand } from "citty";
import { RunletError } from "../../core/declaration/errors.ts";
import { nearestWord } from "../../core/declaration/nearest-word.ts";
import { resolveOptions } from "../../server/options.ts";
import { problemOfFile } from "../app-file.ts";
import { freePort, startApp } from "../app-process.ts";

const args = {
  file: {
    type: "positional",
    description: "The app: a TypeScript or JavaScript file that calls run()",
    required: false,
  },
  port: { type: "string", description: "TCP port to listen on" },
  host: { type: "string", description: "Address to listen on" },
  web: { type: "boolean", description: "Run as a web server that other machines can reach" },
  reload: { type: "boolean", default: true, description: "Restart the app and reload browsers when a file is saved" },
} as const;

/** The environment variable of each option that has a value, and an example of the option. */
const VARIABLES = {
  port: { variable: "RUNLET_SERVER_PORT", example: "--port 8080" },
  host: { variable: "RUNLET_SERVER_IP", example: "--host 127.0.0.1" },
} as const;

/** The command `runlet run app.ts`, which serves an app without a build step. */
export const run: CommandDef<typeof args> = defineCommand({
  meta: { name: "run", description: "Serve an app, and restart it when a file is saved" },
  args,
  async run({ args: given }) {
    const { file, port, host, web, reload } = given;
    const environment: NodeJS.ProcessEnv = {
      ...process.env,
      RUNLET_DEVELOPMENT: process.env.RUNLET_DEVELOPMENT ?? "true",
      ...(web === true && { RUNLET_FORCE_WEB_SERVER: "true" }),
      ...(host !== undefined && { RUNLET_SERVER_IP: host }),
      ...(port !== undefined && { RUNLET_SERVER_PORT: port }),
    };
    const path = resolve(file ?? "");
    const unknown = unknownOptions(given);
    const problems = [
      ...unknown,
      ...missingValues({ port, host }),
      ...(file === undefined ? ["The app's file is missing. Name it: npx runlet run app.ts"] : []),
      // The parser takes the value of an unknown option for a file.
      ...(unknown.length === 0 && given._.length > 1
        ? [`Only one file can be served, not ${given._.join(" and ")}.`]
        : []),
      ...(file === undefined ? [] : [problemOfFile(file, path) ?? []].flat()),
    ];
    if (problems.length === 0) problems.push(...badValues(environment, { port, host }));
    if (problems.length > 0) {
      console.error(problems.join("\n"));
      process.exitCode = 1;
      return;
    }
    startApp(path, reload, { ...environment, RUNLET_FREE_PORT: String(await freePort()) });
  },
});

/** Returns a message for each option that does not exist. The parser accepts any option. */
function unknownOptions(given: { readonly [name: string]: unknown }): string[] {
  const known = Object.keys(args).filter((name) => name !== "file");
  const unknown = Object.keys(given).filter((name) => name !== "_" && !Object.hasOwn(args, name));
  return unknown.map((name) => {
    const near = nearestWord(name, known);
    const advice =
      near === undefined ? `The options are ${known.map(dashed).join(", ")}.` : `Did you mean ${dashed(near)}?`;
    return `There is no option ${dashed(name)}. ${advice}`;
  });
}

const dashed = (name: string): string => `--${name}`;

type Values = { readonly [option in keyof typeof VARIABLES]: string | undefined };

function missingValues(values: Values): string[] {
  return Object.entries(VARIABLES)
    .filter(([option]) => values[option as keyof Values] === "")
    .map(([option, { example }]) => `The option --${option} needs a value, such as ${example}.`);
}

/** Returns all problems with values, of options and of environment variables, by the name that the person typed. */
function badValues(environment: NodeJS.ProcessEnv, values: Values): string[] {
  try {
    resolveOptions({}, environment);
    return [];
  } catch (error) {
    if (!(error instanceof RunletError)) throw error;
    let lines = error.message.split("\n");
    for (const [option, { variable, example }] of Object.entries(VARIABLES)) {
      if (values[option as keyof Values] === undefined) continue;
      const name = `- ${variable} `;
      lines = lines.map((line) =>
        line.startsWith(name) ? `- --${option} ${line.slice(name.length)} Example: ${example}` : line,
      );
    }
    return [lines.join("\n")];
  }
}
