import type { ConnectOptions, Control, HostOptions, Page } from "runlet";
import { Host } from "runlet";
import type { CloseInfo, ServerMessage, Transport, Update, Welcome } from "runlet/transport";
import { memoryTransport } from "runlet/transport";

/** A client of a host in the same process. Its messages arrive immediately. */
export interface InProcessClient {
  readonly received: ServerMessage[];
  readonly closed: Promise<CloseInfo>;
  /** Returns how the connection ended, or `undefined` while it is open. */
  end(): CloseInfo | undefined;
  send(message: unknown): void;
  /** Numbers commands and sends them. */
  commands(...list: readonly object[]): void;
  /** Breaks the connection. */
  cut(): Promise<void>;
  readonly welcome: Welcome;
  /** Number of the last update that the client received. */
  readonly seq: number;
}

/** Creates a host in this process and discards its log. */
export function quietHost(main: (page: Page) => void, options: HostOptions = {}): Host {
  return new Host(main, { log: { info() {}, warn() {}, error() {} }, ...options });
}

/** Connects, and sends `hello` unless it is null. */
export function connectInProcess(host: Host, hello: object | null = {}, options: ConnectOptions = {}): InProcessClient {
  const { server, client } = memoryTransport();
  const received: ServerMessage[] = [];
  let ended: CloseInfo | undefined;
  let cmd = 0;
  const transport: Transport = {
    ...server,
    close(code = 1000, reason = "") {
      ended ??= { code, reason };
      server.close(code, reason);
    },
  };
  client.messages$.subscribe((message) => {
    received.push(message);
    if (message.type === "welcome") cmd = message.cmd;
  });
  host.accept(transport, options);
  const send = (message: unknown) => client.send(message as never);
  const seq = () => (received.findLast(({ type }) => type === "update") as Update | undefined)?.seq ?? 0;
  if (hello !== null) send({ type: "hello", protocol: 2, ...hello });
  return {
    received,
    closed: client.closed,
    end: () => ended,
    send,
    commands: (...list) =>
      send({ type: "commands", seq: seq(), commands: list.map((each) => ({ cmd: ++cmd, ...each })) }),
    async cut() {
      client.close(1006);
      await client.closed;
    },
    get welcome() {
      return received.find(({ type }) => type === "welcome") as Welcome;
    },
    get seq() {
      return seq();
    },
  };
}

/** Returns a command with an event of a control. */
export function event({ id }: Control, name: string, data?: unknown): object {
  return { id, event: name, ...(data !== undefined && { data }) };
}
