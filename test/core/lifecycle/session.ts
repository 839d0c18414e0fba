import type { Page } from "runlet";
import { memoryTransport, type Operation, type ServerMessage } from "runlet/transport";
import { BehaviorSubject } from "rxjs";
import { vi } from "vitest";
import type { Session } from "../../../src/controls/page/host.ts";
import { Host, type HostOptions } from "../../../src/controls/page/host.ts";
import { operationsOf } from "../../../src/testing/test-client.ts";

type LogFunction = (...what: unknown[]) => void;

/** A session in real time, with a client that may be unable to take updates. Only the framework flushes. */
export interface Started {
  readonly session: Session;
  readonly page: Page;
  readonly writable$: BehaviorSubject<boolean>;
  readonly log: { readonly error: ReturnType<typeof vi.fn<LogFunction>> };
  /** Returns the operations of each update since the last call. A new document is an `add`. */
  updates(): (readonly Operation[])[];
  /** Returns the errors in the notices since the last call. */
  notices(): object[];
  /** Returns whether the server closed the connection. */
  isClosed(): boolean;
  event(id: number, event: string, data?: string): void;
  /** Waits for some turns of the event loop. */
  turn(): Promise<void>;
}

export function start(
  main: (page: Page) => void | Promise<void>,
  options: HostOptions & { readonly isWritable?: boolean } = {},
): Started {
  const { server, client } = memoryTransport();
  const writable$ = new BehaviorSubject(options.isWritable ?? true);
  const received: ServerMessage[] = [];
  let isClosed = false;
  let cmd = 0;
  client.messages$.subscribe((message) => {
    received.push(structuredClone(message));
    if (message.type === "update") client.send({ type: "ack", seq: message.seq });
  });
  void client.closed.then(() => {
    isClosed = true;
  });
  const log = { info: vi.fn<LogFunction>(), warn: vi.fn<LogFunction>(), error: vi.fn<LogFunction>() };
  const session = new Host(main, { log, ...options }).connect({ ...server, writable$ });
  client.send({ type: "hello", protocol: 2 });
  const takeMessages = <T extends ServerMessage["type"]>(type: T) => {
    const taken = received.filter((message) => message.type === type);
    received.splice(0, received.length, ...received.filter((message) => message.type !== type));
    return taken as Extract<ServerMessage, { type: T }>[];
  };
  return {
    session,
    page: session.page,
    writable$,
    log,
    updates: () => takeMessages("update").map(operationsOf),
    notices: () => takeMessages("notice").map(({ error }) => error),
    isClosed: () => isClosed,
    event: (id, event, data) =>
      client.send({
        type: "commands",
        seq: session.seq,
        commands: [{ cmd: ++cmd, id, event, ...(data !== undefined && { data }) }],
      }),
    turn: async () => {
      for (let n = 0; n < 4; n++) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
