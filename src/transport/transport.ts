import type { Observable } from "rxjs";
import type { ClientMessage, ServerMessage } from "../protocol/messages.ts";

/** The way a connection ended. */
export interface CloseInfo {
  /** Close code as defined for WebSocket: 1000 is normal. */
  readonly code: number;
  readonly reason: string;
}

/** The server's end of a connection to one client. */
export interface Transport {
  /** Sends a message. May return its size in bytes, so that the limit on unacknowledged bytes can apply. */
  send(message: ServerMessage): number | void;
  /** Decoded messages, not yet validated: the session validates them. */
  readonly messages$: Observable<unknown>;
  /**
   * Whether updates may be sent. While it is `false`, updates are held back and merged. Emits the present state on
   * subscription.
   */
  readonly writable$: Observable<boolean>;
  close(code?: number, reason?: string): void;
  readonly closed: Promise<CloseInfo>;
  /**
   * Checks whether the client is there, and calls `answered` when it responds. Without this method, the client counts
   * as there until the connection is closed.
   */
  ping?(answered: () => void): void;
}

/** The client's end of a connection. */
export interface ClientEnd {
  send(message: ClientMessage): void;
  readonly messages$: Observable<ServerMessage>;
  close(code?: number, reason?: string): void;
  readonly closed: Promise<CloseInfo>;
}
