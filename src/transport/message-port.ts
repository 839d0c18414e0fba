import { BehaviorSubject, type Observable } from "rxjs";
import type { ServerMessage } from "../protocol/messages.ts";
import { Queue } from "./queue.ts";
import type { ClientEnd, CloseInfo, Transport } from "./transport.ts";

/** What is needed of a port: a MessagePort of a browser or of `node:worker_threads` has it. */
export interface Port {
  postMessage(message: unknown): void;
  close(): void;
  // biome-ignore lint/suspicious/noExplicitAny: browsers and Node name the type of an event differently
  addEventListener(type: "message" | "close", listener: (event: any) => void): void;
  start?(): void;
}

/** What crosses a port beside messages: the end. */
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

/** The server's end over a MessagePort: a worker, an iframe, the same page. */
export function messagePortTransport(port: Port): Transport {
  return { ...openPort(port), writable$: new BehaviorSubject(true) };
}

/** The client's end over the other MessagePort. */
export function messagePortClient(port: Port): ClientEnd {
  const end = openPort(port);
  return { ...end, messages$: end.messages$ as Observable<ServerMessage> };
}

function openPort(port: Port): PortEnd {
  const messages = new Queue<unknown>();
  let isOver = false;
  let resolve: (info: CloseInfo) => void = () => {};
  const closed = new Promise<CloseInfo>((done) => {
    resolve = done;
  });
  const end = (info: CloseInfo): void => {
    if (isOver) return;
    isOver = true;
    messages.end();
    port.close();
    resolve(info);
  };
  port.addEventListener("message", ({ data }: { readonly data: { readonly type?: unknown } | null }) => {
    if (data?.type === "close") end((data as Closing).info);
    else messages.push(data);
  });
  // The other side is gone without a word: its worker or its page has ended.
  port.addEventListener("close", () => end({ code: 1006, reason: "" }));
  port.start?.();

  return {
    messages$: messages.items$,
    closed,
    send(message) {
      if (!isOver) port.postMessage(message);
    },
    close(code = 1000, reason = "") {
      if (isOver) return;
      const info = { code, reason };
      port.postMessage({ type: "close", info } satisfies Closing);
      end(info);
    },
  };
}
