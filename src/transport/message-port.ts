import { BehaviorSubject, type Observable } from "rxjs";
import type { ServerMessage } from "../protocol/messages.ts";
import { MessageBuffer } from "./message-buffer.ts";
import type { ClientEnd, CloseInfo, Transport } from "./transport.ts";

/** The required part of a port. A MessagePort of a browser or of `node:worker_threads` implements it. */
export interface Port {
  postMessage(message: unknown): void;
  close(): void;
  // biome-ignore lint/suspicious/noExplicitAny: browsers and Node name the type of an event differently
  addEventListener(type: "message" | "close", listener: (event: any) => void): void;
  start?(): void;
}

/**
 * Notification to the other end that the connection is closed. It is the only message that is not part of the protocol.
 */
interface Closing {
  readonly type: "close";
  readonly info: CloseInfo;
}

/** Either end of a connection over a port. */
interface PortEnd {
  readonly messages$: Observable<unknown>;
  readonly closed: Promise<CloseInfo>;
  send(message: object): void;
  close(code?: number, reason?: string): void;
}

/** Returns the server's end of a connection over a MessagePort: to a worker, to an iframe, or within one page. */
export function messagePortTransport(port: Port): Transport {
  return { ...openPort(port), writable$: new BehaviorSubject(true) };
}

/** Returns the client's end of a connection over the other MessagePort. */
export function messagePortClient(port: Port): ClientEnd {
  const end = openPort(port);
  return { ...end, messages$: end.messages$ as Observable<ServerMessage> };
}

function openPort(port: Port): PortEnd {
  const messages = new MessageBuffer<unknown>();
  let isClosed = false;
  let resolve: (info: CloseInfo) => void = () => {};
  const closed = new Promise<CloseInfo>((done) => {
    resolve = done;
  });
  const finish = (info: CloseInfo): void => {
    if (isClosed) return;
    isClosed = true;
    messages.complete();
    port.close();
    resolve(info);
  };
  port.addEventListener("message", ({ data }: { readonly data: { readonly type?: unknown } | null }) => {
    if (data?.type === "close") finish((data as Closing).info);
    else messages.push(data);
  });
  // The other side ended without a message, because its worker or page was closed.
  port.addEventListener("close", () => finish({ code: 1006, reason: "" }));
  port.start?.();

  return {
    messages$: messages.items$,
    closed,
    send(message) {
      if (!isClosed) port.postMessage(message);
    },
    close(code = 1000, reason = "") {
      if (isClosed) return;
      const info = { code, reason };
      port.postMessage({ type: "close", info } satisfies Closing);
      finish(info);
    },
  };
}
