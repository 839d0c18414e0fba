import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, Socket } from "node:net";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { between, seeded } from "./random.ts";

/** Direction of data: "up" is from the client to the server. */
export type Direction = "up" | "down";

/** A value for each direction; one left out is the default. */
export interface PerDirection<T> {
  up?: T | undefined;
  down?: T | undefined;
}

/** Delay of the bytes in milliseconds, and the largest random addition (jitter). The order is kept. Default: 0. */
export interface Delay extends PerDirection<number> {
  jitter?: number;
}

/**
 * Faults of connections. They are read for each piece, so a change also applies to bytes that are already in transit.
 */
class NetworkFaults {
  delay: Delay | undefined;
  /** Largest number of bytes in one write. Default: no limit. */
  slice: number | PerDirection<number> | undefined;
  /** Bytes per second, for each connection and direction separately. 0 stops the data. Default: no limit. */
  bandwidth: number | PerDirection<number> | undefined;
  /**
   * Whether bytes, ends and resets are dropped while both sockets stay open. With `up`, a new connection is accepted,
   * but the server does not see it. Default: false.
   */
  blackhole: PerDirection<boolean> | undefined;
}

/** Bytes that a direction buffers before it stops reading. */
const MAX_BUFFERED = 256 * 1024;
/** Milliseconds between two looks at the settings while data waits. */
const POLL_INTERVAL = 10;
/**
 * Milliseconds between the last byte before a cut and the cut. A reset discards what the receiver has not read by then.
 */
const CUT_DELAY = 10;
/**
 * Turns of the event loop after that. On a busy machine the delay may have passed before a receiver in this process could
 * read at all, because timers come before input.
 */
const CUT_TURNS = 10;

interface BufferedPiece {
  readonly what: Buffer | "end" | "reset";
  readonly since: number;
  /** Random part of the jitter, in [0, 1). */
  readonly random: number;
}

/** One direction of a connection. */
class OneWayStream {
  readonly #direction: Direction;
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #connection: ProxiedConnection;
  readonly #buffered: BufferedPiece[] = [];
  readonly #cuts: { left: number; readonly reached: () => void }[] = [];
  #bufferedBytes = 0;
  #wake = (): void => {};
  #sent = { at: 0, bytes: 1 };

  constructor(connection: ProxiedConnection, direction: Direction, from: Socket, to: Socket) {
    this.#connection = connection;
    this.#direction = direction;
    this.#from = from;
    this.#to = to;
    from.on("data", (bytes) => this.#enqueue(bytes));
    from.on("end", () => this.#enqueue("end"));
    from.on("close", (hadError) => hadError && this.#enqueue("reset"));
    void this.#forwardAll();
  }

  cutAfter(bytes: number, reached: () => void): void {
    if (bytes <= 0) return reached();
    this.#cuts.push({ left: bytes, reached });
  }

  #enqueue(what: BufferedPiece["what"]): void {
    this.#buffered.push({ what, since: performance.now(), random: this.#connection.random() });
    this.#bufferedBytes += typeof what === "string" ? 0 : what.length;
    if (this.#bufferedBytes > MAX_BUFFERED) this.#from.pause();
    this.#wake();
  }

  async #forwardAll(): Promise<void> {
    for (;;) {
      const next = this.#buffered.shift();
      if (next === undefined) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
      } else {
        await this.#forward(next);
        this.#bufferedBytes -= typeof next.what === "string" ? 0 : next.what.length;
        if (this.#bufferedBytes <= MAX_BUFFERED) this.#from.resume();
      }
    }
  }

  async #forward({ what, since, random }: BufferedPiece): Promise<void> {
    let rest = what;
    await this.#separateSlices();
    while (rest.length > 0 && !this.#connection.isOver && !this.#swallows(this.#direction)) {
      const { [this.#direction]: delay = 0, jitter = 0 } = this.#connection.fault("delay") ?? {};
      const bandwidth = this.#limitOf("bandwidth");
      const free = this.#sent.at + (this.#sent.bytes / bandwidth) * 1000;
      const wait = Math.max(since + delay + random * jitter, free) - performance.now();
      if (wait > 0) await sleep(Math.min(wait, POLL_INTERVAL));
      else if (this.#to.destroyed) return this.#resetSender();
      else if (rest === "end") return void this.#to.end();
      else if (typeof rest === "string") return reset(this.#to);
      else {
        const limit = Math.min(
          this.#limitOf("slice"),
          Math.ceil(bandwidth / 50),
          ...this.#cuts.map(({ left }) => left),
        );
        const piece = rest.subarray(0, Math.max(limit, 1));
        rest = rest.subarray(piece.length);
        this.#sent = { at: Math.max(free, performance.now() - POLL_INTERVAL), bytes: piece.length };
        await this.#write(piece);
        await this.#separateSlices();
      }
    }
  }

  async #write(piece: Buffer): Promise<void> {
    this.#connection.count(this.#direction, piece.length);
    for (const cut of this.#cuts) cut.left -= piece.length;
    const reached = this.#cuts.filter(({ left }) => left === 0);
    await new Promise<void>((resolve) => this.#to.write(piece, () => resolve()));
    for (const cut of reached) cut.reached();
  }

  /** Waits a turn around each write, so that a reader in this process gets each slice separately. */
  async #separateSlices(): Promise<void> {
    if (this.#limitOf("slice") < Number.POSITIVE_INFINITY) await turn();
  }

  #resetSender(): void {
    if (!this.#swallows(this.#direction === "up" ? "down" : "up")) reset(this.#from);
  }

  #swallows(direction: Direction): boolean {
    return this.#connection.fault("blackhole")?.[direction] ?? false;
  }

  #limitOf(name: "slice" | "bandwidth"): number {
    const limit = this.#connection.fault(name);
    return (typeof limit === "object" ? limit[this.#direction] : limit) ?? Number.POSITIVE_INFINITY;
  }
}

/** A connection through the proxy. A fault set here overrides the same fault of the proxy. */
export class ProxiedConnection extends NetworkFaults {
  /** Number of forwarded bytes. */
  readonly bytes: { up: number; down: number } = { up: 0, down: 0 };
  /** Port of the client's socket. */
  readonly clientPort: number;
  /** Resolves when both sockets are closed. */
  readonly closed: Promise<void>;
  /** @internal Whether forwarding has ended. */
  isOver = false;
  readonly #proxy: FaultProxy;
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #lanes: { readonly up: OneWayStream; readonly down: OneWayStream };

  /** @internal */
  constructor(proxy: FaultProxy, client: Socket, server: Socket) {
    super();
    this.#proxy = proxy;
    this.#client = client;
    this.#server = server;
    this.clientPort = client.remotePort ?? 0;
    this.closed = Promise.all([whenClosed(client), whenClosed(server)]).then(() => {});
    this.#lanes = {
      up: new OneWayStream(this, "up", client, server),
      down: new OneWayStream(this, "down", server, client),
    };
  }

  /**
   * Resets both sides after exactly this many more bytes went up or down. Resolves with whether the cut happened: false
   * if the connection ended in another way.
   */
  cutAfter(bytes: PerDirection<number>): Promise<boolean> {
    return new Promise((resolve) => {
      let wasReached = false;
      const reached = async (): Promise<void> => {
        wasReached = true;
        this.isOver = true;
        await sleep(CUT_DELAY);
        for (let left = CUT_TURNS; left > 0; left--) await turn();
        this.cut();
      };
      if (bytes.up !== undefined) this.#lanes.up.cutAfter(bytes.up, reached);
      if (bytes.down !== undefined) this.#lanes.down.cutAfter(bytes.down, reached);
      void this.closed.then(() => resolve(wasReached));
    });
  }

  /** Calls `cutAfter` with a number of bytes from 0 to `maxBytes`, which the proxy's seed picks. */
  cutAfterRandom(direction: Direction, maxBytes: number): Promise<boolean> {
    return this.#proxy.cutAfterRandom(direction, maxBytes, this);
  }

  /** Resets both sides now. */
  cut(): void {
    this.isOver = true;
    reset(this.#client);
    reset(this.#server);
  }

  /** @internal */
  fault<Name extends keyof NetworkFaults>(name: Name): NetworkFaults[Name] {
    return (this as NetworkFaults)[name] ?? (this.#proxy as NetworkFaults)[name];
  }

  /** @internal */
  count(direction: Direction, bytes: number): void {
    this.bytes[direction] += bytes;
    this.#proxy.bytes[direction] += bytes;
  }

  /** @internal */
  random(): number {
    return this.#proxy.random();
  }
}

/** Address of the server behind the proxy, and the seed of its random numbers. */
export interface FaultProxyOptions {
  readonly port: number;
  /** Host of the server. Default: 127.0.0.1. */
  readonly host?: string;
  /** Seed of the random numbers. Default: 1. */
  readonly seed?: number;
}

/** A bad network in front of a port: a TCP proxy on 127.0.0.1 whose faults can be changed while it runs. */
export class FaultProxy extends NetworkFaults {
  override delay: Delay = {};
  override blackhole: PerDirection<boolean> = {};
  /** Whether new connections are reset at once, as by a server that is down. Default: false. */
  refuse = false;
  /** Source address of new connections to the server. Default: 127.0.0.1. */
  localAddress = "127.0.0.1";
  /** Number of accepted connections since the start. */
  total = 0;
  refused = 0;
  /** Number of forwarded bytes of all connections. */
  readonly bytes: { up: number; down: number } = { up: 0, down: 0 };
  /** The port of the proxy. */
  readonly port: number;
  /** @internal Separate from the random numbers of cuts, which would otherwise depend on how the bytes arrive. */
  readonly random: () => number;
  readonly #random: () => number;
  readonly #server: Server;
  readonly #live = new Set<ProxiedConnection>();
  readonly #handlers = new Set<(connection: ProxiedConnection) => void>();
  readonly #cutNext: ((connection?: ProxiedConnection) => void)[] = [];

  /** Starts a proxy for `port`, on a free port. */
  static async start(options: FaultProxyOptions): Promise<FaultProxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true }).listen(0, "127.0.0.1");
    await once(server, "listening");
    return new FaultProxy(server, options);
  }

  private constructor(server: Server, { port, host = "127.0.0.1", seed = 1 }: FaultProxyOptions) {
    super();
    this.#server = server;
    this.#random = seeded(seed);
    this.random = seeded(seed + 1);
    this.port = (server.address() as AddressInfo).port;
    server.on("connection", (client) => this.#accept(client, port, host));
  }

  /** Number of connections with at least one open side. */
  get connections(): number {
    return this.#live.size;
  }

  /** The URL of `path` through the proxy, as `ws://127.0.0.1:PORT/path`. */
  url(path = "/"): string {
    return new URL(path, `ws://127.0.0.1:${this.port}`).href;
  }

  /** Calls `handler` with each new connection before any of its bytes is forwarded. The result stops this. */
  onConnection(handler: (connection: ProxiedConnection) => void): () => void {
    this.#handlers.add(handler);
    return () => void this.#handlers.delete(handler);
  }

  /**
   * Calls `cutAfter` of `connection`. Without `connection`, it waits for the next accepted one. Several such calls
   * apply to the next connections in order.
   */
  cutAfter(bytes: PerDirection<number>, connection?: ProxiedConnection): Promise<boolean> {
    if (connection !== undefined) return connection.cutAfter(bytes);
    return new Promise((resolve) => this.#cutNext.push((next) => resolve(next?.cutAfter(bytes) ?? false)));
  }

  /** Calls `cutAfter` with a number of bytes from 0 to `maxBytes`, which the seed picks. */
  cutAfterRandom(direction: Direction, maxBytes: number, connection?: ProxiedConnection): Promise<boolean> {
    return this.cutAfter({ [direction]: between(this.#random, 0, maxBytes) }, connection);
  }

  /** Resets all connections now. */
  cutAll(): void {
    for (const connection of this.#live) connection.cut();
  }

  /** Resets all connections and stops listening. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const withoutOne of this.#cutNext.splice(0)) withoutOne();
    this.cutAll();
    await closed;
    await Promise.all([...this.#live].map((connection) => connection.closed));
  }

  #accept(client: Socket, port: number, host: string): void {
    client.on("error", () => {});
    if (this.refuse) {
      this.refused += 1;
      return reset(client);
    }
    this.total += 1;
    const server = this.blackhole.up
      ? new Socket().destroy()
      : connect({ port, host, localAddress: this.localAddress, allowHalfOpen: true, noDelay: true });
    server.on("error", () => {});
    const connection = new ProxiedConnection(this, client, server);
    this.#live.add(connection);
    void connection.closed.then(() => this.#live.delete(connection));
    for (const handler of this.#handlers) handler(connection);
    this.#cutNext.shift()?.(connection);
  }
}

function whenClosed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once("close", () => resolve()));
}

function reset(socket: Socket): void {
  // A socket that is sending its end cannot be reset yet.
  if (socket.writableEnded && !socket.writableFinished) socket.once("finish", () => socket.resetAndDestroy());
  else socket.resetAndDestroy();
}
