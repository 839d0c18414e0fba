import type { Observable } from "rxjs";
import type { ServerMessage } from "../../protocol/messages.ts";
import type { SessionMessage } from "./client-messages.ts";

/** A connection that carries a session's messages. The transports of `runlet/transport` implement it. */
export interface SessionTransport {
  /** Sends a message. May return its size in bytes. */
  send(message: ServerMessage): unknown;
  readonly messages$: Observable<unknown>;
  readonly writable$: Observable<boolean>;
  close(code?: number, reason?: string): void;
  readonly closed: Promise<unknown>;
  /** Checks whether the client is there, and calls `answered` when it responds. */
  ping?(answered: () => void): void;
}

/** A connection as a link sees it. */
export interface LinkConnection {
  readonly transport: Pick<SessionTransport, "send" | "writable$">;
  /** Secret name of the client's run, from the hello message. */
  readonly instance: string | undefined;
  /** Passes the client's messages and the end of the connection to a link from now on. */
  attach(link: ConnectionLink): void;
  /** Returns whether the client answers within `ms` milliseconds. */
  isAlive(ms: number): Promise<boolean>;
  close(code: number, reason: string): void;
}

/** A link as its connection sees it. */
export interface ConnectionLink {
  /** Handles a message that was checked. An error that it throws closes the connection. */
  receive(message: SessionMessage): void;
  /** Reports the error because of which the connection is closed. */
  refused(error: unknown): void;
  /** Stops using the connection, because it has ended. */
  closed(connection: LinkConnection, code: number | undefined): void;
}
