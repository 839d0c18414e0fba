import { RunletError } from "../../core/declaration/errors.ts";
import { GENERATOR, isGenerator } from "../../core/declaration/problem.ts";
import { SessionHost, type SessionHostOptions } from "../../core/session/host.ts";
import type { Session as AnySession } from "../../core/session/session.ts";
import { Page } from "./page.ts";
import { PubSubHub } from "./pubsub.ts";

/** The app's entry point, called once for each session with its page. */
export type Main = (page: Page) => void | Promise<void>;

/**
 * The state of one client: its control tree, its link and its page. A session outlives its connection: a client that was
 * cut off comes back to the session as if it had stayed.
 */
export type Session = AnySession<Page>;

/** Options for hosting an app, over any transport. */
export interface HostOptions extends SessionHostOptions<Page> {
  /** Hub that passes messages between sessions. Default: a hub of this host. */
  readonly hub?: PubSubHub;
}

/**
 * All sessions of an app, and the rules for which client may use which session. Servers, workers and tests use it. A
 * client that was disconnected resumes its session. A client without a valid resume token gets a new session.
 */
export class Host extends SessionHost<Page> {
  constructor(main: Main, { hub = new PubSubHub(), ...options }: HostOptions = {}) {
    if (isGenerator(main)) throw new RunletError("wrong-type", `The app's main function ${GENERATOR}.`);
    super(
      {
        root: (session) => new Page(session, hub),
        main,
        errorHandler: (page) => page.onError && ((error, where) => page.onError?.({ error, where })),
        disposeRoot: ({ pubsub }) => pubsub.dispose(),
      },
      options,
    );
  }
}
