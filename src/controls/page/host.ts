import { RunletError } from "../../core/declaration/errors.ts";
import { GENERATOR, isGenerator } from "../../core/declaration/problem.ts";
import { SessionHost, type SessionHostOptions } from "../../core/session/host.ts";
import type { Session as AnySession } from "../../core/session/session.ts";
import { Page } from "./page.ts";
import { PubSubHub } from "./pubsub.ts";

/** The app's entry point, called once for each session with its page. */
export type Main = (page: Page) => void | Promise<void>;

/**
 * The state of one client on the server. It has `id`, `user`, `page`, `isOpen`, `isConnected` and `close()`. A session
 * outlives its connection: a client that was disconnected comes back to the session.
 */
export type Session = AnySession<Page>;

/** Options for hosting an app, over any transport. */
export interface HostOptions extends SessionHostOptions<Page> {
  /** Hub that passes messages of `page.pubsub`. Hosts with the same hub share them. Default: a hub of this host. */
  readonly hub?: PubSubHub;
}

/**
 * All sessions of an app, and the rules for which client may use which session. Servers, workers and tests use it. A
 * client that was disconnected resumes its session. Any other client gets a new session.
 */
export class Host extends SessionHost<Page> {
  constructor(main: Main, { hub = new PubSubHub(), ...options }: HostOptions = {}) {
    if (isGenerator(main)) throw new RunletError("wrong-type", `The app's main function ${GENERATOR}.`);
    super(
      {
        root: (session) => new Page(session, hub),
        main,
        errorHandler: (page) => page.onError && ((error, where) => page.onError?.({ error, where })),
        disposeRoot: (page) => page.dispose(),
      },
      options,
    );
  }
}
