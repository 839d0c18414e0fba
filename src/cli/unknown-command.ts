import { existsSync } from "node:fs";
import { EXAMPLE, indent } from "./example.ts";

const APP_FILE = /\.[cm]?[jt]sx?$/;
const CREATE: readonly string[] = ["create", "init", "new"];

/** Returns what to do instead of a command that Runlet does not have, or without any command. */
export function adviseOn(word?: string, others: readonly string[] = []): string {
  const file = [word, ...others].find((each) => each !== undefined && APP_FILE.test(each));
  if (word !== undefined && (file === word || existsSync(word))) {
    return `To serve ${word}, name the command, too:\n\n  npx runlet run ${[word, ...others].join(" ")}`;
  }
  const said = word === undefined ? "The command is missing." : `Runlet has no command "${word}".`;
  if (word !== undefined && CREATE.includes(word)) {
    return `${said} A project needs no files but the app. Save this as app.ts:\n\n${indent(EXAMPLE)}\nThen serve it:\n\n  npx runlet run app.ts`;
  }
  return `${said} To serve an app:\n\n  npx runlet run ${file ?? "app.ts"}\n\nFor its options: npx runlet run --help`;
}
