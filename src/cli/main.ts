import { readFileSync } from "node:fs";
import { defineCommand, runMain } from "citty";
import { run } from "./commands/run.ts";
import { adviseOn } from "./unknown-command.ts";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};
const main = defineCommand({
  meta: { name: "runlet", version, description: "Reactive custom controls for TypeScript" },
  subCommands: { run },
});

const [word, ...others] = process.argv.slice(2);
if (word !== undefined && word !== "run" && !word.startsWith("-")) {
  console.error(adviseOn(word, others));
  process.exitCode = 1;
} else if (word === undefined) {
  console.error(adviseOn());
  process.exitCode = 1;
} else {
  void runMain(main);
}
