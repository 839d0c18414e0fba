import type { Session } from "./host.ts";

/** The session of one client, as the app sees it. It outlives its connection, and ends with the page. */
export interface PageSession {
  /** Id of the session, for logs. It gives no access to the session. */
  readonly id: string;
  /** User that the session belongs to, as the host identified it. Undefined if the host identifies no user. */
  readonly user: unknown;
  /** Whether a client is connected now. While it is not, changes are kept and sent when it returns. */
  readonly isConnected: boolean;
  /**
   * Ends the session: `onClose` runs, controls are unmounted, and tasks end. A client that is connected starts a new
   * session at once, in the same browser page: `main` is called again with a new page.
   */
  close(): void;
}

let read: (facade: SessionFacade) => Session;

/**
 * The part of a session that apps may use.
 * @internal
 */
export class SessionFacade implements PageSession {
  readonly #session: Session;

  static {
    read = (facade) => facade.#session;
  }

  constructor(session: Session) {
    this.#session = session;
  }

  get id(): string {
    return this.#session.id;
  }

  get user(): unknown {
    return this.#session.user;
  }

  get isConnected(): boolean {
    return this.#session.isConnected;
  }

  close(): void {
    this.#session.close();
  }
}

/**
 * Returns the session behind the facade that apps get.
 * @internal
 */
export function sessionOf({ session }: { readonly session: PageSession }): Session {
  return read(session as SessionFacade);
}
