import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { findHeadlessShell, requireBrowser } from "./find-browser.ts";
import { Note, PathApp } from "./path-app.ts";
import { byFile, Coverage, common, type Sides } from "./path-coverage.ts";
import { PathTab } from "./path-tab.ts";

/**
 * `npm run path`: lists the source files that a change runs through, from the app to the screen, on the server and in
 * the client. A reader of the path has to open these files. `npm run path -- --functions` names the functions, too.
 *
 * The app runs in this process, from `src`, and its client in Chromium, over a real socket. V8 counts the calls of
 * functions on both sides. A file of `src` counts if at least one of its functions is called, so a file that has only
 * types or constants never counts. Methods, getters, constructors and functions inside functions are functions. Code
 * that runs when a module is loaded and initializers of class fields are not. A file that runs on both sides is one
 * file in the total.
 *
 * A measurement begins after a pause in which everything else ends. It ends when the browser shows the change and the
 * server has the acknowledgment. Each flow runs a few times before it is measured, so that nothing is loaded meanwhile.
 * A function counts if each of several rounds calls it and an idle page does not: a timer, such as the heartbeat of
 * the watchdog, is not part of a flow.
 */
const WARM_UPS = 2;
const ROUNDS = 3;
/** Milliseconds before a measurement in which acknowledgments, transitions and timers end. */
const PAUSE = 500;
/** Milliseconds for which the idle page is measured. */
const IDLE = 1000;

/** A change of the app after which the browser shows `text`. */
type Flow = (text: string, app: PathApp, tab: PathTab) => unknown;

const flows: { readonly [name: string]: Flow } = {
  "property change": (text, app) => {
    app.text.value = text;
  },
  click: (text, app, { tab }) => {
    app.nextAnswer = text;
    return tab.getByText("Ask").click();
  },
  "list edit": (text, app) => {
    app.list.controls.push(new Note(text));
  },
  reconnect: (text, app) => {
    return app.cut(() => {
      app.text.value = text;
    });
  },
};

const browser = await chromium.launch({
  executablePath: findHeadlessShell() ?? requireBrowser(),
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  print(await measureAll(browser));
} finally {
  await browser.close();
}

/** Returns the functions that each flow calls. */
async function measureAll(browser: Browser): Promise<Map<string, Sides>> {
  const app = await PathApp.start();
  const tab = await PathTab.open(browser);
  const debug = await tab.tab.context().newCDPSession(tab.tab);
  const coverage = await Coverage.start(debug, pathToFileURL("./").href, app.url);
  let changes = 0;
  const run = (flow: Flow): Promise<void> => {
    const text = `change ${++changes}`;
    return tab.shows(text, () => flow(text, app, tab));
  };
  const measure = async (work: () => Promise<unknown>): Promise<Sides> => {
    await sleep(PAUSE);
    await coverage.take();
    await work();
    return coverage.take();
  };

  try {
    await tab.shows("Ask", () => tab.tab.goto(app.url));
    for (const flow of Object.values(flows)) for (let n = 0; n < WARM_UPS; n++) await run(flow);
    const idle = await measure(() => sleep(IDLE));
    const found = new Map<string, Sides>();
    for (const [name, flow] of Object.entries(flows)) {
      const rounds: Sides[] = [];
      while (rounds.length < ROUNDS) rounds.push(await measure(() => run(flow)));
      found.set(name, common(rounds, idle));
    }
    app.checkResumed();
    return found;
  } finally {
    coverage.stop();
    await app.close();
  }
}

function print(found: ReadonlyMap<string, Sides>): void {
  const withNames = process.argv.includes("--functions");
  const lists: string[] = [];
  console.log("| flow | server: files | functions | client: files | functions | files in total |");
  console.log("|---|--:|--:|--:|--:|--:|");
  for (const [flow, { server, client }] of found) {
    const [onServer, inClient] = [byFile(server), byFile(client)];
    const total = new Set([...onServer, ...inClient].map(([file]) => file)).size;
    const counts = [onServer.length, server.size, inClient.length, client.size, total];
    console.log(`| ${flow} | ${counts.join(" | ")} |`);
    for (const [side, files] of [
      ["server", onServer],
      ["client", inClient],
    ] as const) {
      lists.push(`\n${flow}, ${side}: functions and files`);
      for (const [file, names] of files) {
        lists.push(`${String(names.length).padStart(5)}  ${file}${withNames ? `: ${names.join(", ")}` : ""}`);
      }
    }
  }
  console.log(lists.join("\n"));
}
