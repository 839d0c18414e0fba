import type { Ticket } from "../protocol/client-link.ts";
import type { Entered } from "../protocol/typed.ts";

/** Milliseconds for which the session of a page that is just being left may still be held. */
const HOLD_TIME = 400;

/** What outlives a reload of the page. */
interface Kept {
  readonly ticket?: Ticket | undefined;
  /** What the person had entered when the page had to be loaded anew. */
  readonly entered?: readonly Entered[];
  /** The page was loaded anew since no client of this version was served, and did not connect since. */
  readonly isReloaded?: boolean;
}

/**
 * What a tab knows of its session. It is kept in the tab's storage, which a duplicated tab copies: so while a page
 * shows a session it holds a lock of that name, and whoever does not get the lock begins a session of its own.
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

  /** The session to go on with, if no other tab shows it. */
  async claim(): Promise<Ticket | undefined> {
    const { ticket } = this.#kept;
    if (ticket === undefined || (await this.#lock(ticket.session))) return ticket;
    this.#write({ ...this.#kept, ticket: undefined });
    return undefined;
  }

  /** This page shows a session from now on. */
  shows(ticket: Ticket): void {
    this.#write({ ticket });
    if (this.#locked !== ticket.session) void this.#lock(ticket.session);
  }

  /** What was entered before the page was loaded anew: once. */
  takeEntered(): readonly Entered[] {
    const { entered = [] } = this.#kept;
    return entered;
  }

  /** The page is loaded anew in place of this one. */
  reloads(entered: readonly Entered[]): void {
    this.#write({ ...this.#kept, entered: entered.filter(({ isSecret }) => isSecret !== true), isReloaded: true });
  }

  /** Another tab may have the session. */
  release(): void {
    this.#release?.();
    this.#release = this.#locked = undefined;
  }

  /** Where there are no locks, the server alone tells two tabs apart. */
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

  /** A page may have no storage: then a reload begins a new session. */
  #write(kept: Kept): void {
    this.#kept = kept;
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // Nothing is lost while the page stays.
    }
  }
}
