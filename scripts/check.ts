/**
 * `npm run check`: everything that needs no browser and no test run. Steps that do not depend on each other run at the same
 * time, and print their output when they have ended. With `--setup`, the browsers are installed meanwhile.
 */
import { spawn } from "node:child_process";

/** Checks of generated files come first, because the build writes them again. */
const GENERATED = ["barrels", "docs", "layout-pictures"].map((name) => `node --import tsx scripts/${name}.ts --check`);
const LANES: readonly (readonly string[])[] = [
  ["tsc", "npm run build", "npm run size"],
  [
    "npm run lint",
    "npm run language",
    "npm run classes",
    "knip",
    "vitest run --project unit test/layers.test.ts test/exports.test.ts",
  ],
];
const SETUP = process.argv.includes("--setup") ? [["npm run setup:browser"]] : [];

/** Runs a command. Rejects if it fails. */
function run(command: string): Promise<void> {
  const child = spawn(command, { shell: true, stdio: ["ignore", "pipe", "pipe"] });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => output.push(piece));
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      console.log(`\n$ ${command}`);
      process.stdout.write(Buffer.concat(output));
      if (code === 0) resolve();
      else reject(new Error(`${command} ended with ${code}`));
    });
  });
}

async function inOrder(commands: readonly string[]): Promise<void> {
  for (const command of commands) await run(command);
}

/** Runs lanes at the same time. All of them end before the first failure counts, so that each problem is seen. */
async function together(lanes: readonly (readonly string[])[]): Promise<void> {
  const ended = await Promise.allSettled(lanes.map(inOrder));
  const failed = ended.flatMap((lane) => (lane.status === "rejected" ? [String(lane.reason)] : []));
  if (failed.length === 0) return;
  console.error(failed.join("\n"));
  process.exit(1);
}

const checks = async (): Promise<void> => {
  await together([GENERATED]);
  await together(LANES);
};
await Promise.all([checks(), together(SETUP)]);
