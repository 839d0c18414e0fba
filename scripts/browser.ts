import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser, findHeadlessShell } from "./find-browser.ts";

/**
 * `npm run setup:browser`: finds a browser for the tests, or installs one. The headless shell is optional: without it, the
 * tests use the browser for everything, and take about twice as long.
 */
const isDebianRoot = process.getuid?.() === 0 && existsSync("/etc/debian_version");
const isChosen = (process.env.RUNLET_CHROMIUM ?? "") !== "";

const install = (name: string) => run("apt-get", ["install", "--yes", "--no-install-recommends", name]);

if ((findBrowser() === undefined || findHeadlessShell() === undefined) && isDebianRoot && !isChosen) {
  run("apt-get", ["update"]);
  if (findBrowser() === undefined) install("chromium");
  if (findHeadlessShell() === undefined) install("chromium-headless-shell");
}
if (findBrowser() === undefined && !isChosen) run("npx", ["playwright-core", "install", "chromium"]);

const browser = findBrowser();
if (browser !== undefined) {
  console.log(`The tests use ${[...new Set([browser, findHeadlessShell() ?? browser])].join(" and ")}.`);
} else if (isChosen) {
  console.error(
    `RUNLET_CHROMIUM is ${process.env.RUNLET_CHROMIUM}, but there is no executable program at that path. Correct or unset it.`,
  );
  process.exitCode = 1;
} else {
  console.error(
    "No browser was found, and none could be installed. Install Chromium or Chrome, or set RUNLET_CHROMIUM to its path.",
  );
  process.exitCode = 1;
}

function run(command: string, args: readonly string[]): boolean {
  console.log(`${command} ${args.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { env, stdio: "inherit", shell: process.platform === "win32" }).status === 0;
}
