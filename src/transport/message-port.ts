import { BehaviorSubject, Subject } from "rxjs";
import type { ServerMessage } from "../protocol/messages.ts";
import type { ClientEnd, CloseInfo, Transport } from "./transport.ts";

/** What crosses a port beside messages: the end. */
interface Closing {
  readonly type: "close";
  readonly info: CloseInfo;
}

/** Either end of a connection over a port. */
interface PortEnd {
  readonly messages$: Subject<unknown>;
  readonly closed: Promise<CloseInfo>;
  send(message: object): void;
  close(code?: number, reason?: string): void;
}

/** The server's end over a MessagePort: a worker, an iframe, the same page. */
export function messagePortTransport(port: MessagePort): Transport {
  return { ...openPort(port), writable$: new BehaviorSubject(true) };
}

/** The client's end over the other MessagePort. */
export function messagePortClient(port: MessagePort): ClientEnd {
  const { messages$, ...end } = openPort(port);
  return { ...end, messages$: messages$ as Subject<unknown> as Subject<ServerMessage> };
}

function openPort(port: MessagePort): PortEnd {
  const messages$ = new Subject<unknown>();
  let isOver = false;
  let resolve: (info: CloseInfo) => void = () => {};
  const closed = new Promise<CloseInfo>((done) => {
    resolve = done;
  });
  const end = (info: CloseInfo) => {
    if (isOver) return;
    isOver = true;
    messages$.complete();
    port.close();
    resolve(info);
  };
  port.onmessage = ({ data }: MessageEvent<{ type?: unknown } | null>) => {
    if (data?.type === "close") end((data as Closing).info);
    else messages$.next(data);
  };
  return {
    messages$,
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
