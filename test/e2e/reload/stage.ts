import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { CDPSession, Page as Tab } from "playwright-core";
import { PNG } from "pngjs";
import { createApp } from "runlet/server";
import { openContext } from "../../support/shared-browser.ts";
import type { Recording } from "./recording.ts";
import { type Shown, show } from "./shown.ts";

/** How a program's two ways to the same state are compared. */
export interface CompareOptions {
  /** Whether the page itself is loaded again, with all scripts and style sheets. Default: only the app is shown again. */
  readonly isReloaded?: boolean;
  /** Whether pictures are compared. Default `false`. */
  readonly withPictures?: boolean;
  /** Whether all is drawn again at first. Default: only if nothing differs but the pictures and the accessibility tree. */
  readonly isRedrawn?: boolean;
}

const HOST_PAGE = "/stage";

/** A tab with the built client, in which recorded messages take the place of a connection. */
export class ReloadStage {
  readonly #tab: Tab;
  readonly #server: Server;
  readonly #debugger: CDPSession;

  private constructor(tab: Tab, server: Server, session: CDPSession) {
    this.#tab = tab;
    this.#server = server;
    this.#debugger = session;
  }

  static async open(): Promise<ReloadStage> {
    const app = createApp(() => {}, { log: { info() {}, warn() {}, error() {} } });
    const server = createServer(app.listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const context = await openContext({ viewport: { width: 900, height: 700 } });
    const html = hostPage(await (await fetch(url)).text());
    await context.route(`${url}${HOST_PAGE}`, (route) => route.fulfill({ contentType: "text/html", body: html }));
    // Random addresses of images and fonts.
    await context.route(
      (address) => address.origin !== url || !/^\/(runlet\/|stage$)/.test(address.pathname),
      (route) => route.abort(),
    );
    const tab = await context.newPage();
    await tab.goto(`${url}${HOST_PAGE}`);
    const session = await context.newCDPSession(tab);
    await session.send("Accessibility.enable");
    return new ReloadStage(tab, server, session);
  }

  async close(): Promise<void> {
    await this.#tab.context().close();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Shows a recording live and as after a reload, and returns what differs: a line with `-` is live, one with `+` after it. */
  async differences(recording: Recording, options: CompareOptions = {}): Promise<string[]> {
    const { live, reload, title } = recording;
    const { isReloaded = false, withPictures = false } = options;
    const task = { title, withStyles: isReloaded, isRedrawn: options.isRedrawn ?? false };
    const before = await this.#look({ ...task, messages: live }, withPictures);
    if (isReloaded) await this.#tab.reload();
    const after = await this.#look({ ...task, messages: [reload] }, withPictures);
    const lines = [
      ...before.problems.map((problem) => `live: ${problem}`),
      ...after.problems.map((problem) => `after a reload: ${problem}`),
      ...compare(before.lines, after.lines),
      ...compare(before.tree, after.tree),
    ];
    if (before.picture !== undefined && after.picture !== undefined)
      lines.push(...comparePictures(before.picture, after.picture));
    // The browser may be late with what it derives from the elements.
    const isDerived = lines.every((line) => /^. *said |^the pictures/.test(line));
    if (lines.length > 0 && isDerived && !options.isRedrawn)
      return this.differences(recording, { ...options, isRedrawn: true });
    return lines;
  }

  async #look(
    task: Parameters<typeof show>[0],
    withPictures: boolean,
  ): Promise<Shown & { readonly tree: readonly string[]; readonly picture: Buffer | undefined }> {
    const shown = await this.#tab.evaluate(show as (given: unknown) => Promise<Shown>, task as unknown);
    const picture = withPictures ? await this.#tab.screenshot({ animations: "disabled" }) : undefined;
    return { ...shown, tree: await this.#accessibilityTree(), picture };
  }

  async #accessibilityTree(): Promise<string[]> {
    const { nodes } = await this.#debugger.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const lines: string[] = [];
    const visit = (id: string, depth: number): void => {
      const node = byId.get(id);
      if (node === undefined) return;
      const isSaid = !node.ignored && !(node.role?.value === "generic" && (node.name?.value ?? "") === "");
      if (isSaid) {
        const states = (node.properties ?? [])
          .filter(({ name, value }) => value.type !== "node" && value.type !== "nodeList" && name !== "url")
          .map(({ name, value }) => `${name}=${withoutApp(JSON.stringify(value.value))}`);
        const said = [node.role, node.name, node.value, node.description].map((part) =>
          JSON.stringify(part?.value ?? ""),
        );
        lines.push(`${" ".repeat(depth)}said ${[...said, ...states.sort()].join(" ")}`);
      }
      for (const child of node.childIds ?? []) visit(child, isSaid ? depth + 1 : depth);
    };
    if (nodes[0] !== undefined) visit(nodes[0].nodeId, 0);
    return lines;
  }
}

/** Returns a line of computed styles without the declarations that are in another one, too. */
function withoutCommon(line: string, other: string): string {
  const [start, ...declarations] = line.split(";");
  if (declarations.length < 50) return line;
  const known = new Set(other.split(";"));
  return [(start ?? "").slice(0, 40), ...declarations.filter((declaration) => !known.has(declaration))].join("; ");
}

/** Returns where two pictures differ, if they do. */
function comparePictures(before: Buffer, after: Buffer): string[] {
  if (before.equals(after)) return [];
  const [one, other] = [PNG.sync.read(before), PNG.sync.read(after)];
  const different: (readonly [x: number, y: number])[] = [];
  for (let y = 0; y < one.height; y++)
    for (let x = 0; x < one.width; x++) {
      const at = (y * one.width + x) * 4;
      const isOther = [0, 1, 2].some((channel) => Math.abs(one.data[at + channel]! - other.data[at + channel]!) > 24);
      if (isOther) different.push([x, y]);
    }
  // The edges of a few shapes are smoothed by what was drawn there before.
  if (different.length < 12) return [];
  const [xs, ys] = [different.map(([x]) => x), different.map(([, y]) => y)];
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return [`the pictures differ in ${different.length} pixels within ${box.join(" ")}`];
}

/** Removes the number of the app on the page from identifiers. */
function withoutApp(text = ""): string {
  return text.replaceAll(/\br-\d+-(?=\d)/g, "r-");
}

/** Returns the page of an app without the element in which the client would start by itself. The client is a variable. */
function hostPage(html: string): string {
  const [, entry = ""] = /<script type="module" src="(.*?)"/.exec(html) ?? [];
  const script = `<script type="module">import * as client from "${entry}"; window.runletClient = client;</script>`;
  return html.replace(/<div id="runlet".*?<\/div>/, script);
}

/** Returns the lines between the first and the last difference of two texts, at most some of each. */
function compare(before: readonly string[], after: readonly string[], most = 12): string[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [end, other] = [before.length, after.length];
  while (end > start && other > start && before[end - 1] === after[other - 1]) {
    end--;
    other--;
  }
  if (start === end && start === other) return [];
  const [live, loaded] = [before.slice(start, end), after.slice(start, other)];
  const isSameElements = live.length === loaded.length;
  return [
    ...live.map((line, at) => `- ${isSameElements ? withoutCommon(line, loaded[at]!) : line}`).slice(0, most),
    ...loaded.map((line, at) => `+ ${isSameElements ? withoutCommon(line, live[at]!) : line}`).slice(0, most),
  ];
}
