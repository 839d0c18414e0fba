import type { Command, UpdateContent } from "../../protocol/messages.ts";
import type { Clock } from "../reactive/clock.ts";
import type { FlowControlOptions } from "./flow-control.ts";
import type { Limits } from "./limits.ts";

/** The tree at the server's end of a link, whose changes it sends. */
export interface LinkSource {
  /** Returns whether there is something to show: the app has started, and its page has documents. */
  isReady(): boolean;
  /** Returns whether a flush is running. It sends at its end, so the link sends nothing by itself meanwhile. */
  isFlushing(): boolean;
  /** Returns whether `drain` may return something. */
  hasChanges(): boolean;
  /**
   * Returns all changes since the last call, as the update `seq`. It acknowledges the commands up to `ack`. Returns undefined
   * if the client has everything.
   */
  drain(seq: number, ack: number): UpdateContent | undefined;
  /** Approximate bytes of all documents. */
  readonly bytes: number;
  /** Makes the next `drain` return all documents, because the client has nothing, or nothing that is known. */
  reset(): void;
  /**
   * Sets properties whose values cannot be sent back to their defaults, and reports them. Returns whether there were
   * any.
   */
  resetUnsendable(): boolean;
  /** Reports an error of a transport, which could not send. */
  failed(error: unknown): void;
  /** Requests a `send` at the end of the turn, with all changes of the turn, because an `ack` is due. */
  requestUpdate(): void;
}

/** Callbacks of a server link. */
export interface ServerLinkEvents {
  /** Called when the first client was welcomed. */
  started(): void;
  /** Called when a client was welcomed again. What the callback changes is part of the update that follows. */
  reconnected(): void;
  /** Called when another run of the client shows the session, such as after a reload of its page. */
  renewed(): void;
  /** Called when the client's connection has ended, or another one takes its place. */
  disconnected(): void;
  /** Called after `disconnected` if no other connection took the place of the one that ended. */
  abandoned(): void;
  /** Called when the bytes of the updates that are kept have changed outside of a turn of the app. */
  resized(): void;
  /** Called when the client said that it is done, or ended its first connection before the start. */
  finished(): void;
  /** Reports a message of the client because of which its connection is closed. */
  refused(error: unknown): void;
}

/** Options of a server link. */
export interface ServerLinkOptions extends Pick<FlowControlOptions, "maxUpdatesPerSecond"> {
  /** Public id of the session. */
  readonly session: string;
  /** Name of this start of the app. Sent to clients in development. */
  readonly boot?: string | undefined;
  /** Opaque name of the session's user, which the client is sent. */
  readonly owner?: string | undefined;
  readonly clock: Clock;
  readonly limits: Pick<
    Limits,
    | "commandBurst"
    | "commandsPerSecond"
    | "messageBytes"
    | "resumesPerSecond"
    | "snapshotsPerMinute"
    | "unackedBytes"
    | "unackedUpdates"
  >;
  readonly source: LinkSource;
  /** Receives each command once and in order, and handles refusals. */
  readonly commands: {
    /** Runs a command of a client that had the updates up to `seen` when it sent the command. */
    run(command: Command, seen: number): void;
  };
  readonly events: ServerLinkEvents;
}
