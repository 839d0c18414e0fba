import type { Observable } from "rxjs";
import type { ClientMessage, ServerMessage } from "../protocol/messages.ts";

/** How a connection ended. */
export interface CloseInfo {
  /** As WebSocket has them: 1000 is normal. */
  readonly code: number;
  readonly reason: string;
}

/** The server's end of a connection to one client. */
export interface Transport {
  /** May return how many bytes that is: then what the client has not acknowledged is bounded by bytes, too. */
  send(message: ServerMessage): number | void;
  /** Decoded, not yet checked: the session checks. */
  readonly messages$: Observable<unknown>;
  /** `false`: hold updates, and merge them. Emits the present state to who subscribes. */
  readonly writable$: Observable<boolean>;
  close(code?: number, reason?: string): void;
  readonly closed: Promise<CloseInfo>;
  /** Asks whether the client is there; `answered` is called when it says so. Without, it is until it is closed. */
  ping?(answered: () => void): void;
}

/** The client's end of a connection. */
export interface ClientEnd {
  send(message: ClientMessage): void;
  readonly messages$: Observable<ServerMessage>;
  close(code?: number, reason?: string): void;
  readonly closed: Promise<CloseInfo>;
}
