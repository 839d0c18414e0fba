import type { Ticket } from "../protocol/client-link.ts";
import type { Entered } from "../protocol/typed.ts";

/** Time in milliseconds for which a page that is just being left may still hold its session. */
const HOLD_TIME = 400;

/** Data that outlives a reload of the page. */
interface Kept {
  readonly ticket?: Ticket | undefined;
  /** Values that the person had entered when the page had to be reloaded. */
  readonly entered?: readonly Entered[];
  /** Whether the page was reloaded because its version is no longer served, and has not connected since. */
  readonly isReloaded?: boolean;
}

/**
 * The session of a browser tab. It is kept in the tab's storage, which is copied when a tab is duplicated. So a page
 * holds a lock named like the session while it shows the session. A page that does not get the lock starts a session of
 * its own.
 */
export class Tab {
  readonly #key: string;
  #kept: Kept;
  #locked: string | undefined;
  #release: (() => void) | undefined;

  constructor(url: string) {
    this.#key = `runlet ${url}`;
    this.#kept = this.#read();
  }

  get isReloaded(): boolean {
    return this.#kept.isReloaded === true;
  }

  /** Returns the resume token of the session, unless another tab shows that session. */
  async claim(): Promise<Ticket | undefined> {
    const { ticket } = this.#kept;
    if (ticket === undefined || (await this.#lock(ticket.session))) return ticket;
    this.#write({ ...this.#kept, ticket: undefined });
    return undefined;
  }

  /** Stores the session that this page shows from now on. */
  shows(ticket: Ticket): void {
    this.#write({ ticket });
    if (this.#locked !== ticket.session) void this.#lock(ticket.session);
  }

  /** Returns what was entered before the page was reloaded. */
  takeEntered(): readonly Entered[] {
    const { entered = [] } = this.#kept;
    return entered;
  }

  /** Stores what was entered, before the page is reloaded. Secret values are not stored. */
  reloads(entered: readonly Entered[]): void {
    this.#write({ ...this.#kept, entered: entered.filter(({ isSecret }) => isSecret !== true), isReloaded: true });
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
  async #lock(session: string): Promise<boolean> {
    this.release();
    const { locks } = navigator as { locks?: LockManager };
    if (locks === undefined) return true;
    return new Promise((resolve) => {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), HOLD_TIME);
      const hold = (): Promise<void> => {
        clearTimeout(timer);
        this.#locked = session;
        resolve(true);
        return new Promise((release) => {
          this.#release = release;
        });
      };
      locks.request(`runlet ${session}`, { signal: late.signal }, hold).catch(() => resolve(false));
    });
  }

  #read(): Kept {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? "{}") as Kept;
    } catch {
      return {};
    }
  }

  /** Stores the data. In a page without storage, a reload starts a new session. */
  #write(kept: Kept): void {
    this.#kept = kept;
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // Nothing is lost while the page stays.
    }
  }
}
