import type { Host } from "runlet";
import { type ServerSocket, webSocketTransport } from "runlet/transport";

type Listener = (...args: never[]) => void;

/** The server's end of a socket without a network. Frames arrive immediately. */
export class FakeSocket implements ServerSocket {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  /** Texts that the server sent, or their parts. */
  readonly sent: string[] = [];
  /** Code with which the server closed the socket. */
  code: number | undefined;
  isTerminated = false;
  /** Texts of the pings that the server sent. */
  readonly pings: string[] = [];
  readonly #listeners: [string, Listener][] = [];

  /** Connects the socket to a host, as a server does. */
  serve(host: Host, limits: Parameters<typeof webSocketTransport>[1] = {}): void {
    host.accept(webSocketTransport(this, limits));
  }

  /** Delivers a frame from the client. */
  receive(data: string | Uint8Array, isBinary = false): void {
    this.emit("message", Buffer.from(data as string), isBinary);
  }

  /** Ends the connection. */
  end(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.emit("close", code, "");
  }

  emit(event: string, ...args: unknown[]): void {
    for (const [name, listener] of this.#listeners) if (name === event) listener(...(args as never[]));
  }

  send(data: string, ...rest: (object | (() => void))[]): void {
    this.sent.push(data);
    (rest.at(-1) as () => void)();
  }

  ping(data: string): void {
    this.pings.push(data);
  }

  /** Answers all pings of the server. */
  pong(): void {
    for (const text of this.pings.splice(0)) this.emit("pong", text);
  }

  close(code = 1005): void {
    this.code ??= code;
    if (this.readyState === 1) this.readyState = 2;
  }

  terminate(): void {
    this.isTerminated = true;
    this.end(1006);
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
  }
}
