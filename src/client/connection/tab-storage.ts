import type { EnteredValue } from "../../input/entered-values.ts";
import type { ResumeToken } from "../../protocol/client-link.ts";

/**
 * How often a page asks for the lock of a session, and the time between in milliseconds. A page that is just being left
 * may still hold the lock.
 */
const ATTEMPTS = 8;
const PAUSE = 50;

/** Data that outlives a reload of the page. */
interface TabState {
  readonly resumeToken?: ResumeToken | undefined;
  /** Opaque name of the session's user. */
  readonly owner?: string | undefined;
  /** Values that the person had entered when the page had to be reloaded. */
  readonly entered?: readonly EnteredValue[];
  /** Whether the page was reloaded because its version is no longer served, and has not connected since. */
  readonly isReloaded?: boolean;
}

/**
 * The session of a browser tab. It is kept in the tab's storage, which is copied when a tab is duplicated. So a page
 * holds a lock named like the session while it shows the session. A page that does not get the lock starts a session of
 * its own.
 */
export class TabStorage {
  readonly #key: string;
  /** Data of the tab, as of the last change. */
  state: TabState;
  #locked: string | undefined;
  #release: (() => void) | undefined;

  constructor(url: string) {
    this.#key = `runlet ${url}`;
    this.state = this.#read();
  }

  /** Returns the resume token of the session, unless another tab shows that session. */
  async claimSession(): Promise<ResumeToken | undefined> {
    const { resumeToken } = this.state;
    if (resumeToken === undefined || (await this.#lock(resumeToken.session))) return resumeToken;
    this.#write({ ...this.state, resumeToken: undefined });
    return undefined;
  }

  /** Stores the session that this page shows from now on. */
  holdSession(resumeToken: ResumeToken, owner: string | undefined): void {
    this.#write({ resumeToken, owner });
    if (this.#locked !== resumeToken.session) void this.#lock(resumeToken.session);
  }

  /** Removes the resume token, because the server does not accept it. A reload then starts a new session. */
  dropSession(): void {
    this.#write({});
  }

  /** Stores what was entered, before the page is reloaded. */
  prepareReload(entered: readonly EnteredValue[]): void {
    this.#write({ ...this.state, entered, isReloaded: true });
  }

  /** Releases the session, so that another tab may have it. */
  release(): void {
    this.#release?.();
    this.#release = this.#locked = undefined;
  }

  /**
   * Locks a session, and returns whether that worked. Without locks in the browser, only the server can distinguish two
   * tabs.
   */
  #lock(session: string, attempts = ATTEMPTS): true | Promise<boolean> {
    this.release();
    const { locks } = navigator as { locks?: LockManager };
    if (locks === undefined) return true;
    // Each time there is an answer, however busy the page is. A limit in time could end before an answer is read.
    return new Promise((resolve) => {
      const answer = (lock: Lock | null): Promise<void> | null => {
        if (lock === null) {
          setTimeout(() => resolve(attempts > 1 && this.#lock(session, attempts - 1)), PAUSE);
          return null;
        }
        resolve(true);
        return new Promise((release) => {
          this.#locked = session;
          this.#release = release;
        });
      };
      locks.request(`runlet ${session}`, { ifAvailable: true }, answer).catch(() => resolve(false));
    });
  }

  #read(): TabState {
    try {
      return (JSON.parse(sessionStorage.getItem(this.#key) as string) as TabState | null) ?? {};
    } catch {
      return {};
    }
  }

  /** Stores the data. In a page without storage, a reload starts a new session. */
  #write(state: TabState): void {
    this.state = state;
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(state));
    } catch {
      // The page works without storage: only a reload loses the data.
    }
  }
}
