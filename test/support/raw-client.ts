import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { PATIENCE } from "./patience.ts";

/** Address to connect to, and the request to send. */
export interface RawClientOptions {
  readonly port: number;
  /** Host to connect to. Default: 127.0.0.1. */
  readonly host?: string;
  /** Path of the request. Default: "/". */
  readonly path?: string;
  /** Headers that are added to those of an upgrade, or replace one of the same name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Origin header. Default: that of a page at `host` and `port`. Null sends none. */
  readonly origin?: string | null;
  /** Local address to connect from. */
  readonly localAddress?: string;
  /** Whether pings are answered. Default: true. */
  readonly autoPong?: boolean;
  /** Whether a close frame is answered with the same frame. Default: true. */
  readonly answerClose?: boolean;
  /** Milliseconds to wait for the whole answer. Default: 2000. */
  readonly ms?: number;
}

/** A frame to send, valid or not. */
export interface RawFrame {
  readonly opcode: number;
  /** Payload of the frame. Default: empty. */
  readonly payload?: string | Uint8Array;
  /** Whether this is the last frame of its message. Default: true. */
  readonly fin?: boolean;
  /** Whether the frame is masked. Default: true, as the protocol requires of a client. */
  readonly mask?: boolean;
  /** The three reserved bits as a number: 4 is RSV1. Default: 0. */
  readonly rsv?: number;
  /** Length in the header. Default: the true length. */
  readonly claimLength?: number | bigint;
}

/** A frame received from the server. */
export interface ServerFrame {
  readonly opcode: number;
  readonly fin: boolean;
  readonly bytes: Buffer;
  /** The bytes as UTF-8 text. */
  readonly payload: string;
}

/** How the connection ended, if it has ended. */
export interface RawClosing {
  /** Code of the server's close frame, or undefined without one. */
  readonly code: number | undefined;
  readonly reason: string;
  readonly socketClosed: boolean;
}

/** An HTTP response. */
export interface RawAnswer {
  /** HTTP status, or 0 without a response. */
  readonly status: number;
  /** Headers by name, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as received. Chunks are not decoded. */
  readonly text: string;
}

/** A WebSocket client that can send what no library would send. */
export class RawClient {
  /** The HTTP status of the response: 101 if the server accepted, 0 without a response. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body of the response, if the server rejected the connection. */
  readonly text: string;
  /** The socket of the connection, to pause or reset it. */
  readonly socket: Socket;
  /** All frames from the server. */
  readonly frames: ServerFrame[] = [];
  /** Text messages from the server that are JSON. */
  readonly messages: unknown[] = [];
  readonly #options: RawClientOptions;
  readonly #gone: Promise<unknown>;
  readonly #waiters: (() => void)[] = [];
  #unread: Buffer;
  #parts: Buffer[] = [];
  #taken = 0;
  #closing: RawClosing = { code: undefined, reason: "", socketClosed: false };

  /** Requests the upgrade and waits for the response, of any status. Rejects only if no server listens. */
  static async connect(options: RawClientOptions): Promise<RawClient> {
    const { socket, host } = await open(options);
    const origin = options.origin === undefined ? `http://${host}` : options.origin;
    const headers = new Map<string, string>();
    for (const [name, value] of [
      ["Host", host],
      ["Connection", "Upgrade"],
      ["Upgrade", "websocket"],
      ["Sec-WebSocket-Version", "13"],
      ["Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="],
      ...(origin === null ? [] : [["Origin", origin]]),
      ...Object.entries(options.headers ?? {}),
    ] as const) {
      headers.set(name.toLowerCase(), `${name}: ${value}\r\n`);
    }
    socket.write(`GET ${options.path ?? "/"} HTTP/1.1\r\n${[...headers.values()].join("")}\r\n`);
    return new RawClient(socket, options, await answerOn(socket, options.ms));
  }

  private constructor(socket: Socket, options: RawClientOptions, answer: RawAnswer & { readonly body: Buffer }) {
    this.socket = socket;
    this.#options = options;
    this.status = answer.status;
    this.headers = answer.headers;
    this.text = answer.status === 101 ? "" : answer.text;
    this.#unread = answer.status === 101 ? answer.body : Buffer.alloc(0);
    this.#gone = socket.closed ? Promise.resolve() : new Promise((resolve) => socket.once("close", resolve));
    void this.#gone.then(() => {
      this.#closing = { ...this.#closing, socketClosed: true };
      this.#emit();
    });
    socket.on("data", (bytes) => {
      this.#unread = Buffer.concat([this.#unread, bytes]);
      if (answer.status === 101) this.#read();
    });
    this.#read();
    socket.resume();
  }

  /** Sends a text frame. Resolves when the system has taken it, or the connection is gone. */
  sendText(text: string): Promise<void> {
    return this.sendFrame({ opcode: 1, payload: text });
  }

  /** Sends a close frame, without a code if none is given. */
  sendClose(code?: number, reason = ""): Promise<void> {
    const payload = Buffer.alloc(code === undefined ? 0 : 2);
    if (code !== undefined) payload.writeUInt16BE(code);
    return this.sendFrame({ opcode: 8, payload: Buffer.concat([payload, Buffer.from(reason)]) });
  }

  /** Sends a frame exactly as described. */
  sendFrame(frame: RawFrame): Promise<void> {
    return this.sendBytes(encode(frame));
  }

  /** Sends bytes as they are. */
  sendBytes(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve) => this.socket.write(bytes, () => resolve()));
  }

  /**
   * Returns the next of `messages`, and with `type` the next of that type, which skips others. Rejects after `ms`, and
   * when the connection has ended.
   */
  async nextMessage<T = Record<string, unknown>>(type?: string, ms: number = PATIENCE): Promise<T> {
    const until = performance.now() + ms;
    for (;;) {
      while (this.#taken < this.messages.length) {
        const message = this.messages[this.#taken++];
        if (type === undefined || (message as { type?: unknown } | null)?.type === type) return message as T;
      }
      const left = until - performance.now();
      if (left <= 0 || this.#closing.socketClosed) {
        const which = type === undefined ? "message" : `message of type "${type}"`;
        throw new Error(
          `no ${which} ${left <= 0 ? `in ${ms} ms` : "before the end"}: ${JSON.stringify(this.messages)}`,
        );
      }
      await within(left, new Promise<void>((resolve) => this.#waiters.push(resolve)));
    }
  }

  /** Waits at most `ms` until the socket is closed, and returns what is known then. */
  async closed(ms: number = PATIENCE): Promise<RawClosing> {
    await within(ms, this.#gone);
    return this.#closing;
  }

  /** Ends the connection without a close frame. */
  destroy(): void {
    this.socket.destroy();
  }

  #read(): void {
    for (let read = decode(this.#unread); read !== undefined; read = decode(this.#unread)) {
      this.#unread = read.rest;
      this.frames.push(read.frame);
      this.#handleFrame(read.frame);
    }
    this.#emit();
  }

  #handleFrame({ opcode, fin, bytes }: ServerFrame): void {
    if (opcode === 9 && this.#options.autoPong !== false) void this.sendFrame({ opcode: 10, payload: bytes });
    if (opcode === 8) {
      const code = bytes.length < 2 ? 1005 : bytes.readUInt16BE(0);
      this.#closing = { ...this.#closing, code, reason: bytes.subarray(2).toString() };
      if (this.#options.answerClose !== false) void this.sendFrame({ opcode: 8, payload: bytes });
    }
    if (opcode > 1) return;
    this.#parts.push(bytes);
    if (!fin) return;
    const text = Buffer.concat(this.#parts.splice(0)).toString();
    try {
      this.messages.push(JSON.parse(text));
    } catch {
      // Text that is not JSON is only in `frames`.
    }
  }

  #emit(): void {
    for (const resolve of this.#waiters.splice(0)) resolve();
  }
}

/** Sends `text` as it is and waits at most `ms` for the response. The connection is closed after it. */
export async function rawHttp(
  options: Pick<RawClientOptions, "port" | "host" | "localAddress" | "ms"> & { readonly text: string },
): Promise<RawAnswer> {
  const { socket } = await open(options);
  socket.write(options.text);
  const { status, headers, text } = await answerOn(socket, options.ms);
  socket.destroy();
  return { status, headers, text };
}

async function open({
  port,
  host = "127.0.0.1",
  localAddress,
}: Pick<RawClientOptions, "port" | "host" | "localAddress">): Promise<{ socket: Socket; host: string }> {
  const socket = connect({ port, host, noDelay: true, ...(localAddress === undefined ? {} : { localAddress }) });
  await once(socket, "connect");
  // An error of the socket also closes it, and the close is handled.
  socket.on("error", () => {});
  return { socket, host: `${host}:${port}` };
}

/** Resolves with the response when it is complete, or with the part that has arrived. The socket is paused then. */
function answerOn(socket: Socket, ms: number = PATIENCE): Promise<RawAnswer & { readonly body: Buffer }> {
  return new Promise((resolve) => {
    let bytes = Buffer.alloc(0);
    const finish = (): void => {
      clearTimeout(timer);
      socket.off("data", take).off("close", finish).pause();
      resolve(parse(bytes));
    };
    const take = (more: Buffer): void => {
      bytes = Buffer.concat([bytes, more]);
      if (isWhole(parse(bytes))) finish();
    };
    const timer = setTimeout(finish, ms);
    socket.on("data", take).on("close", finish);
  });
}

function parse(bytes: Buffer): RawAnswer & { readonly body: Buffer } {
  const end = bytes.indexOf("\r\n\r\n");
  const [first = "", ...lines] = bytes.subarray(0, Math.max(end, 0)).toString("latin1").split("\r\n");
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [name = "", ...value] = line.split(":");
    headers[name.toLowerCase()] = value.join(":").trim();
  }
  const body = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4);
  return { status: Number(/^HTTP\/1\.\d (\d{3})/.exec(first)?.[1] ?? 0), headers, text: body.toString(), body };
}

function isWhole({ status, headers, body }: RawAnswer & { readonly body: Buffer }): boolean {
  if (status === 101 || status === 204 || status === 304) return true;
  if (headers["transfer-encoding"] === "chunked") return body.subarray(-5).toString() === "0\r\n\r\n";
  return body.length >= Number(headers["content-length"] ?? Number.POSITIVE_INFINITY);
}

function encode({ opcode, payload = "", fin = true, mask = true, rsv = 0, claimLength }: RawFrame): Buffer {
  const bytes = Buffer.from(payload as Uint8Array);
  const length = BigInt(claimLength ?? bytes.length);
  const short = length < 126n ? Number(length) : length < 65_536n ? 126 : 127;
  const header = Buffer.alloc(short < 126 ? 2 : short === 126 ? 4 : 10);
  header[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  header[1] = (mask ? 0x80 : 0) | short;
  if (short === 126) header.writeUInt16BE(Number(length), 2);
  if (short === 127) header.writeBigUInt64BE(length, 2);
  if (!mask) return Buffer.concat([header, bytes]);
  const key = [0x12, 0x34, 0x56, 0x78] as const;
  return Buffer.concat([header, Buffer.from(key), bytes.map((byte, index) => byte ^ (key[index % 4] as number))]);
}

/** Decodes the first frame of the server's bytes. Frames of a server are never masked. */
function decode(bytes: Buffer): { frame: ServerFrame; rest: Buffer } | undefined {
  if (bytes.length < 2) return undefined;
  const [first = 0, second = 0] = bytes;
  const short = second & 0x7f;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < start) return undefined;
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + length) return undefined;
  const body = bytes.subarray(start, start + length);
  const frame = { opcode: first & 0x0f, fin: (first & 0x80) !== 0, bytes: body, payload: body.toString() };
  return { frame, rest: bytes.subarray(start + length) };
}

/** Resolves with `promise`, or after `ms`. */
async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  await Promise.race([promise, sleep(ms, undefined, { signal: stop.signal }).catch(() => {})]);
  stop.abort();
}
