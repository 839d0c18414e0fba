import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, Socket } from "node:net";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { between, seeded } from "./random.ts";

/** "up" is from the client to the server. */
export type Direction = "up" | "down";

/** A value for each direction; one left out is the default. */
export interface PerDirection<T> {
  up?: T | undefined;
  down?: T | undefined;
}

/** Milliseconds that bytes take, and the most that chance adds to them. The order is kept. Default: 0. */
export interface Delay extends PerDirection<number> {
  jitter?: number;
}

/** What connections suffer. Looked up for every piece, so a change holds for bytes that are under way, too. */
class NetworkFaults {
  delay: Delay | undefined;
  /** Bytes of a single write at most. Default: no limit. */
  slice: number | PerDirection<number> | undefined;
  /** Bytes per second, for every connection and direction by itself; 0 stops it. Default: no limit. */
  bandwidth: number | PerDirection<number> | undefined;
  /**
   * Whether bytes, ends and resets are swallowed while both sockets stay open. A connection that is made while it is
   * so upwards is accepted, and the server does not hear of it. Default: false.
   */
  blackhole: PerDirection<boolean> | undefined;
}

/** Bytes that a direction holds back before it stops reading. */
const MAX_BUFFERED = 256 * 1024;
/** Milliseconds after which one who waits looks at the settings again. */
const POLL_INTERVAL = 10;
/** Milliseconds between the last byte before a cut and the cut: who is reset loses what he has not read by then. */
const CUT_DELAY = 10;

interface BufferedPiece {
  readonly what: Buffer | "end" | "reset";
  readonly since: number;
  /** In [0, 1): the part of the jitter. */
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

  /** A turn before every write and after it lets a reader in this process take a slice before the next is added. */
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

/** A connection through the proxy. A toxic set here goes before the proxy's own. */
export class ProxiedConnection extends NetworkFaults {
  /** Bytes that were forwarded. */
  readonly bytes: { up: number; down: number } = { up: 0, down: 0 };
  /** The port at the client's end. */
  readonly clientPort: number;
  /** When both sockets are closed. */
  readonly closed: Promise<void>;
  /** @internal Whether nothing is forwarded any more. */
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
   * Resets both sides once so many more bytes went up or down, exactly those and no more.
   * Tells whether it came to that: false when the connection ended in another way.
   */
  cutAfter(bytes: PerDirection<number>): Promise<boolean> {
    return new Promise((resolve) => {
      let wasReached = false;
      const reached = async (): Promise<void> => {
        wasReached = true;
        this.isOver = true;
        await sleep(CUT_DELAY);
        this.cut();
      };
      if (bytes.up !== undefined) this.#lanes.up.cutAfter(bytes.up, reached);
      if (bytes.down !== undefined) this.#lanes.down.cutAfter(bytes.down, reached);
      void this.closed.then(() => resolve(wasReached));
    });
  }

  /** `cutAfter` a number of bytes that the proxy's seed picks, from 0 to `maxBytes`. */
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

/** What stands behind the proxy, and the seed of all that it leaves to chance. */
export interface FaultProxyOptions {
  readonly port: number;
  /** Default: 127.0.0.1. */
  readonly host?: string;
  /** Default: 1. */
  readonly seed?: number;
}

/** A bad network before a port: a TCP proxy on 127.0.0.1 whose faults are set while it runs. */
export class FaultProxy extends NetworkFaults {
  override delay: Delay = {};
  override blackhole: PerDirection<boolean> = {};
  /** Whether new connections are reset at once, as of a server that is down. Default: false. */
  refuse = false;
  /** From where it comes to the server, with new connections. Default: 127.0.0.1. */
  localAddress = "127.0.0.1";
  /** How many were accepted, and how many refused, since the start. */
  total = 0;
  refused = 0;
  /** Bytes that were forwarded, of all connections. */
  readonly bytes: { up: number; down: number } = { up: 0, down: 0 };
  /** The port of the proxy. */
  readonly port: number;
  /** @internal Apart from the cuts, which it would make depend on how the bytes came in. */
  readonly random: () => number;
  readonly #random: () => number;
  readonly #server: Server;
  readonly #live = new Set<ProxiedConnection>();
  readonly #handlers = new Set<(connection: ProxiedConnection) => void>();
  readonly #cutNext: ((connection?: ProxiedConnection) => void)[] = [];

  /** Starts a proxy before `port`, on a free port. */
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

  /** Connections of which one side at least is open. */
  get connections(): number {
    return this.#live.size;
  }

  /** `path` by way of the proxy, as `ws://127.0.0.1:PORT/path`. */
  url(path = "/"): string {
    return new URL(path, `ws://127.0.0.1:${this.port}`).href;
  }

  /** Calls `handler` with every connection from now on, before a byte of it is forwarded, until the result is called. */
  onConnection(handler: (connection: ProxiedConnection) => void): () => void {
    this.#handlers.add(handler);
    return () => void this.#handlers.delete(handler);
  }

  /**
   * `cutAfter` of `connection`. Without one, of the next that is accepted; asked for more than once, each takes one
   * of the next, in this order.
   */
  cutAfter(bytes: PerDirection<number>, connection?: ProxiedConnection): Promise<boolean> {
    if (connection !== undefined) return connection.cutAfter(bytes);
    return new Promise((resolve) => this.#cutNext.push((next) => resolve(next?.cutAfter(bytes) ?? false)));
  }

  /** `cutAfter` a number of bytes that the seed picks, from 0 to `maxBytes`. */
  cutAfterRandom(direction: Direction, maxBytes: number, connection?: ProxiedConnection): Promise<boolean> {
    return this.cutAfter({ [direction]: between(this.#random, 0, maxBytes) }, connection);
  }

  /** Resets all connections now. */
  cutAll(): void {
    for (const connection of this.#live) connection.cut();
  }

  /** Resets all connections and listens no more. */
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
  // While it tells its end, a socket cannot be reset.
  if (socket.writableEnded && !socket.writableFinished) socket.once("finish", () => socket.resetAndDestroy());
  else socket.resetAndDestroy();
}
