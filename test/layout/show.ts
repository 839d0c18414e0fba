import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "runlet";
import { type App, createApp } from "runlet/server";
import { seeded } from "../support/random.ts";
import { differences, type LayoutCase } from "./case.ts";
import { buildCase, type Step } from "./controls.ts";
import { type FrameResult, type FrameTask, measureFrames } from "./measure.ts";

/** A tab of a browser, as far as layout tests need it. Tabs of Playwright and Puppeteer both fit. */
export interface LayoutBrowser {
  goto(url: string): Promise<unknown>;
  /** Calls a function in the page, which cannot use variables outside of it. */
  evaluate<Argument, Result>(call: (argument: Argument) => Promise<Result>, argument: Argument): Promise<Result>;
}

/** How cases are shown. */
export interface ShowOptions {
  /** Seed of the order in which controls are put together, in several updates. Default: all controls appear at once. */
  readonly growthSeed?: number;
  /** Whether the pages are also loaded again, and measured once more. Default: false. */
  readonly isReloaded?: boolean;
}

/** A case that is not shown as it should be. */
export interface Failure {
  readonly name: string;
  /** For each wrong box, where it should be and where it is. */
  readonly differences: readonly string[];
}

/** Pages that are shown side by side. More make better use of a frame, but the browser has one thread for all of them. */
const FRAMES = 16;
/** Updates in which the controls of a growing case are put together. */
const UPDATES = 4;
const silent = { info() {}, warn() {}, error() {} };

/**
 * Shows cases in a browser. The tab has one page with a frame for each of several apps, and each case becomes the content
 * of one of these apps. To open a tab for each case would take a hundred times as long.
 */
export class LayoutStage {
  readonly #browser: LayoutBrowser;
  readonly #server: Server;
  readonly #apps: readonly App[];
  readonly #pages: readonly Page[];
  /** Errors of the app in each frame since its case began. */
  readonly #errors: string[][] = [];
  #shown = 0;

  private constructor(browser: LayoutBrowser, server: Server, apps: readonly App[], pages: readonly Page[]) {
    this.#browser = browser;
    this.#server = server;
    this.#apps = apps;
    this.#pages = pages;
  }

  /** Starts the apps, and opens them in a tab. */
  static async open(browser: LayoutBrowser): Promise<LayoutStage> {
    const paths = Array.from({ length: FRAMES }, (_, index) => `/frame-${index}`);
    const apps: App[] = [];
    const opened = paths.map(
      (webAppPath) => new Promise<Page>((resolve) => apps.push(createApp(resolve, { webAppPath, log: silent }))),
    );
    const appOf = (url = "") => apps[paths.findIndex((path) => url.startsWith(`${path}/`))];
    const server = createServer((request, response) => {
      const app = appOf(request.url);
      if (app !== undefined) return app.listener(request, response);
      response.setHeader("content-type", "text/html").end(hostPage(paths));
    });
    server.on("upgrade", (request, socket, head) => {
      const app = appOf(request.url);
      if (app === undefined) socket.destroy();
      else app.handleUpgrade(request, socket, head);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    await browser.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const stage = new LayoutStage(browser, server, apps, await Promise.all(opened));
    for (const [frame, page] of stage.#pages.entries())
      page.onError = ({ error }) => void (stage.#errors[frame] ??= []).push(String(error));
    return stage;
  }

  async close(): Promise<void> {
    await Promise.all(this.#apps.map((app) => app.close()));
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Shows cases, and returns those whose boxes are not where they should be. */
  async failures(cases: readonly LayoutCase[], options: ShowOptions = {}): Promise<Failure[]> {
    const failures: Failure[] = [];
    for (let start = 0; start < cases.length; start += FRAMES) {
      const batch = cases.slice(start, start + FRAMES);
      const seed = options.growthSeed === undefined ? undefined : options.growthSeed + start;
      const tasks = await this.#show(batch, seed);
      const results = await this.#browser.evaluate(measureFrames, tasks);
      failures.push(...judge(batch, results, this.#errors, ""));
      if (options.isReloaded) {
        const reloaded = tasks.map((task) => ({ ...task, isReloaded: true }));
        const again = await this.#browser.evaluate(measureFrames, reloaded);
        failures.push(...judge(batch, again, this.#errors, "after a reload: "));
      }
    }
    return failures;
  }

  /** Puts each case on a page, and returns what the browser waits for. */
  async #show(batch: readonly LayoutCase[], seed: number | undefined): Promise<FrameTask[]> {
    this.#errors.length = 0;
    const steps = batch.map((): Step[] => []);
    const built = batch.map((one, index) => buildCase(one, seed === undefined ? undefined : steps[index]));
    const tasks = batch.map(({ width, height }, frame) => {
      const title = `case ${++this.#shown}`;
      built[frame]!.show(this.#pages[frame]!, title);
      return { frame, width, height, title, keys: built[frame]!.keys };
    });
    return seed === undefined ? tasks : this.#grow(tasks, steps, seeded(seed));
  }

  /** Does the steps of several cases in random order, in several updates that the browser shows one after the other. */
  async #grow(tasks: readonly FrameTask[], steps: readonly Step[][], random: () => number): Promise<FrameTask[]> {
    const shuffled = steps.map((own) => shuffle(own, random));
    const titles = (update: number) => tasks.map((task) => ({ ...task, title: `${task.title} update ${update}` }));
    for (let update = 1; update <= UPDATES; update++) {
      await sleep(0);
      await this.#browser.evaluate(twoFrames, undefined);
      for (const [frame, own] of shuffled.entries()) {
        const part = own.slice(
          Math.floor((own.length * (update - 1)) / UPDATES),
          Math.floor((own.length * update) / UPDATES),
        );
        for (const step of part) step();
        this.#pages[frame]!.title = titles(update)[frame]!.title;
      }
    }
    return titles(UPDATES);
  }
}

function twoFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

function judge(
  batch: readonly LayoutCase[],
  results: readonly FrameResult[],
  errors: readonly (readonly string[] | undefined)[],
  prefix: string,
): Failure[] {
  return batch.flatMap(({ name, boxes }, frame) => {
    const { boxes: got, problem } = results[frame]!;
    const problems = problem === undefined ? [] : [problem, ...(errors[frame] ?? [])];
    const wrong = [...problems, ...differences(boxes, got)];
    return wrong.length === 0 ? [] : [{ name, differences: wrong.map((line) => prefix + line) }];
  });
}

/** Returns items in random order. */
function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** HTML of a page with a frame for each path. All are in the same place, so that the browser draws them all. */
function hostPage(paths: readonly string[]): string {
  const frames = paths.map((path) => `<iframe src="${path}/"></iframe>`);
  return `<!doctype html><style>iframe { position: absolute; top: 0; left: 0; border: 0 }</style>${frames.join("")}`;
}
