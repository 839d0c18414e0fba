import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser, findFirefox, findHeadlessShell } from "./find-browser.ts";

/**
 * `npm run setup:browser`: finds the browsers for the tests, or installs them: Chromium, and Firefox for a few tests. The
 * headless shell is optional: without it, the tests use the browser for everything, and take about twice as long.
 */
const isDebianRoot = process.getuid?.() === 0 && existsSync("/etc/debian_version");
const isChosen = (variable: string) => (process.env[variable] ?? "") !== "";

/** Packages of Debian, each with the function that finds its program. */
const packages: readonly (readonly [name: string, find: () => string | undefined, variable: string])[] = [
  ["chromium", findBrowser, "RUNLET_CHROMIUM"],
  ["chromium-headless-shell", findHeadlessShell, "RUNLET_CHROMIUM"],
  ["firefox-esr", findFirefox, "RUNLET_FIREFOX"],
];
const missing = packages.filter(([, find, variable]) => find() === undefined && !isChosen(variable));

if (missing.length > 0 && isDebianRoot) {
  run("apt-get", ["update"]);
  for (const [name] of missing) run("apt-get", ["install", "--yes", "--no-install-recommends", name]);
}
if (findBrowser() === undefined && !isChosen("RUNLET_CHROMIUM")) run("npx", ["playwright-core", "install", "chromium"]);

const [browser, shell, firefox] = [findBrowser(), findHeadlessShell(), findFirefox()];
report("RUNLET_CHROMIUM", "browser", "Chromium or Chrome", browser);
report("RUNLET_FIREFOX", "Firefox", "Firefox", firefox);
if (browser !== undefined && firefox !== undefined) {
  console.log(`The tests use ${[...new Set([browser, shell ?? browser, firefox])].join(" and ")}.`);
}

/** Says what to do if a browser was not found. */
function report(variable: string, what: string, program: string, found: string | undefined): void {
  if (found !== undefined) return;
  console.error(
    isChosen(variable)
      ? `${variable} is ${process.env[variable]}, but there is no executable program at that path. Correct or unset it.`
      : `No ${what} was found, and none could be installed. Install ${program}, or set ${variable} to its path.`,
  );
  process.exitCode = 1;
}

function run(command: string, args: readonly string[]): boolean {
  console.log(`${command} ${args.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { env, stdio: "inherit", shell: process.platform === "win32" }).status === 0;
}
