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
  send(message: ServerMessage): void;
  /** Decoded, not yet checked: the session checks. */
  readonly messages$: Observable<unknown>;
  /** `false`: hold updates, and merge them. Emits the present state to who subscribes. */
  readonly writable$: Observable<boolean>;
  close(code?: number, reason?: string): void;
  readonly closed: Promise<CloseInfo>;
}

/** The client's end of a connection. */
export interface ClientEnd {
  send(message: ClientMessage): void;
  readonly messages$: Observable<ServerMessage>;
  close(code?: number, reason?: string): void;
  readonly closed: Promise<CloseInfo>;
}
