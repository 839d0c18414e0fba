import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page as Tab } from "playwright-core";

/** Milliseconds that a message needs at most to arrive on the same machine. */
const ARRIVAL = 100;
/** Milliseconds after which a change that does not appear is an error. */
const PATIENCE = 10_000;

/** The browser's tab, and the numbers of the updates that have crossed its socket. */
export class PathTab {
  readonly tab: Tab;
  #received = 0;
  #acknowledged = 0;

  private constructor(tab: Tab) {
    this.tab = tab;
    tab.setDefaultTimeout(PATIENCE);
    tab.on("websocket", (socket) => {
      socket.on("framereceived", ({ payload }) => (this.#received = Math.max(this.#received, seqOf(payload))));
      socket.on("framesent", ({ payload }) => (this.#acknowledged = Math.max(this.#acknowledged, seqOf(payload))));
    });
  }

  static async open(browser: Browser): Promise<PathTab> {
    return new PathTab(await browser.newPage());
  }

  /** Makes a change. Resolves when the tab shows its text, and the server has the acknowledgment of its update. */
  async shows(text: string, change: () => unknown): Promise<void> {
    const before = this.#received;
    await change();
    await this.tab.getByText(text, { exact: true }).waitFor();
    const end = performance.now() + PATIENCE;
    while (this.#received === before || this.#acknowledged < this.#received) {
      if (performance.now() > end) throw new Error(`The client did not acknowledge ${JSON.stringify(text)}.`);
      await sleep(1);
    }
    await sleep(ARRIVAL);
  }
}

/** Returns the number of the last update that the sender of a message knows, or 0. */
function seqOf(payload: string | Buffer): number {
  const { seq = 0 } = JSON.parse(String(payload)) as { readonly seq?: number };
  return seq;
}
