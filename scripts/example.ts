import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

/** `npm run example counter`: runs an example by its name, and restarts it when a file is saved. */
const [name = "", ...options] = process.argv.slice(2);
const file = `examples/${name}.ts`;
if (!existsSync(file)) {
  const names = readdirSync("examples")
    .filter((entry) => entry.endsWith(".ts"))
    .map((entry) => entry.slice(0, -3));
  console.error(`There is no example ${JSON.stringify(name)}. There are: ${names.join(", ")}.`);
  process.exit(1);
}
const isWindows = process.platform === "win32";
if (!existsSync("dist/cli.js")) spawnSync("npm", ["run", "build"], { stdio: "inherit", shell: isWindows });
process.exitCode =
  spawnSync(process.execPath, ["dist/cli.js", "run", file, ...options], { stdio: "inherit" }).status ?? 1;
