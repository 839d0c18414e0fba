import { BehaviorSubject } from "rxjs";
import type { ClientMessage, ServerMessage } from "../protocol/messages.ts";
import { MessageBuffer } from "./message-buffer.ts";
import type { ClientEnd, CloseInfo, Transport } from "./transport.ts";

/** The two ends of a connection inside one process. */
export interface MemoryConnection {
  readonly server: Transport;
  readonly client: ClientEnd;
}

/**
 * Connects both ends in one process, for tests and for apps that run in the same process as their client. Every message
 * is converted to JSON and back, and arrives before `send` returns. Messages sent before the first subscriber are
 * queued.
 */
export function memoryTransport(): MemoryConnection {
  const toServer = new MessageBuffer<unknown>();
  const toClient = new MessageBuffer<ServerMessage>();
  let resolve: (info: CloseInfo) => void = () => {};
  const closed = new Promise<CloseInfo>((done) => {
    resolve = done;
  });
  const close = (code = 1000, reason = ""): void => {
    toServer.complete();
    toClient.complete();
    resolve({ code, reason });
  };
  return {
    server: {
      send(message: ServerMessage) {
        const text = JSON.stringify(message);
        toClient.push(JSON.parse(text) as ServerMessage);
        return text.length;
      },
      messages$: toServer.items$,
      writable$: new BehaviorSubject(true),
      close,
      closed,
    },
    client: {
      send: (message: ClientMessage) => toServer.push(JSON.parse(JSON.stringify(message))),
      messages$: toClient.items$,
      close,
      closed,
    },
  };
}
