import { defineCommand, runMain } from "citty";
import { run } from "./commands/run.ts";

const main = defineCommand({
  meta: { name: "runlet", description: "Reactive custom controls for TypeScript" },
  subCommands: { run },
});

void runMain(main);
