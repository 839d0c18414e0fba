import { BehaviorSubject, Observable, type Subscriber } from "rxjs";
import type { Clock } from "../core/reactive/clock.ts";
import type { ServerMessage } from "../protocol/messages.ts";
import type { ClientEnd, CloseInfo, Transport } from "../transport/transport.ts";

/** Faults of the simulated network between a session and its client. The seed makes all of them reproducible. */
export interface NetworkOptions {
  /** Seed of the random numbers. Default 1. */
  readonly seed?: number;
  /** Delay of a message in each direction, in milliseconds: a number, or a range. The order is kept. Default 0. */
  readonly delay?: number | readonly [from: number, to: number];
  /** Share of the messages that get lost, from 0 to 1. Default 0. */
  readonly loss?: number;
  /** Share of the messages that arrive twice, from 0 to 1. The hello message never does. Default 0. */
  readonly duplicate?: number;
  /** Share of the messages that later messages can overtake, from 0 to 1. Default 0. */
  readonly reorder?: number;
  /**
   * Share of the messages, from 0 to 1, at which the connection breaks. All messages in transit are lost, and the
   * client reconnects. Default 0.
   */
  readonly cut?: number;
}

const HELLO = '{"type":"hello"';
/** Largest additional delay of a message that can be overtaken, in milliseconds. */
const MAX_REORDER_DELAY = 400;

/** A simulated network in virtual time that can delay, lose, duplicate and reorder messages, and break connections. */
export class Network {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #lines = new Set<() => void>();
  /** Current faults; `set` replaces them. */
  #options: NetworkOptions;

  /** @internal */
  constructor(clock: Clock, options: NetworkOptions = {}) {
    this.#clock = clock;
    this.#options = options;
    this.#random = seeded(options.seed ?? 1);
  }

  /** Changes the faults from now on. Options that are left out stay as they are. */
  set(options: Omit<NetworkOptions, "seed">): void {
    this.#options = { ...this.#options, ...options };
  }

  /** Breaks every connection. All messages in transit are lost, and the clients reconnect. */
  cut(): void {
    for (const cut of [...this.#lines]) cut();
  }

  /** @internal Returns the next random number, which depends only on the seed. */
  random(): number {
    return this.#random();
  }

  /** @internal Opens a connection and returns both ends. */
  line(): { server: Transport; client: ClientEnd; cut: () => void } {
    const ends = { toServer: new LineDirection(), toClient: new LineDirection() };
    let resolve: (info: CloseInfo) => void = () => {};
    const closed = new Promise<CloseInfo>((done) => {
      resolve = done;
    });
    let isOpen = true;
    const close = (code = 1000, reason = ""): void => {
      if (!isOpen) return;
      isOpen = false;
      this.#lines.delete(cut);
      ends.toServer.close();
      ends.toClient.close();
      resolve({ code, reason });
    };
    const cut = () => close(1006, "the connection was cut");
    this.#lines.add(cut);
    const transmit = (direction: LineDirection, message: unknown): number => {
      const text = JSON.stringify(message);
      if (isOpen) this.#transmit(direction, text, cut);
      return text.length;
    };
    return {
      cut,
      server: {
        send: (message) => transmit(ends.toClient, message),
        messages$: ends.toServer.messages$,
        writable$: new BehaviorSubject(true),
        close,
        closed,
        ping: (answered) =>
          void this.#clock.after(2 * this.#delay(), () => isOpen && !this.#occurs("loss") && answered()),
      },
      client: {
        send: (message) => void transmit(ends.toServer, message),
        messages$: ends.toClient.messages$ as Observable<ServerMessage>,
        close,
        closed,
      },
    };
  }

  #transmit(direction: LineDirection, text: string, cut: () => void): void {
    if (this.#occurs("cut")) return cut();
    if (this.#occurs("loss")) return;
    const copies = this.#occurs("duplicate") && !text.startsWith(HELLO) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      const isLate = this.#occurs("reorder");
      const at = this.#clock.monotonic() + this.#delay() + (isLate ? this.#random() * MAX_REORDER_DELAY : 0);
      const due = isLate ? at : Math.max(at, direction.last);
      if (!isLate) direction.last = due;
      const wait = due - this.#clock.monotonic();
      if (wait <= 0) direction.deliver(text);
      else this.#clock.after(wait, () => direction.deliver(text));
    }
  }

  #occurs(what: "loss" | "duplicate" | "reorder" | "cut"): boolean {
    const share = this.#options[what] ?? 0;
    return share > 0 && this.#random() < share;
  }

  #delay(): number {
    const { delay = 0 } = this.#options;
    if (typeof delay === "number") return delay;
    return delay[0] + this.#random() * (delay[1] - delay[0]);
  }
}

/** One direction of a connection. Messages that arrive before there is a subscriber are queued. */
class LineDirection {
  /** Arrival time of the last message that keeps the order. */
  last = 0;
  #buffered: string[] = [];
  #isClosed = false;
  #subscriber: Subscriber<unknown> | undefined;
  readonly messages$: Observable<unknown> = new Observable((subscriber) => {
    this.#subscriber = subscriber;
    for (const text of this.#buffered.splice(0)) this.deliver(text);
  });

  deliver(text: string): void {
    if (this.#isClosed) return;
    if (this.#subscriber === undefined) this.#buffered.push(text);
    else this.#subscriber.next(JSON.parse(text));
  }

  close(): void {
    this.#isClosed = true;
    this.#subscriber?.complete();
  }
}

/** Returns a generator of random numbers in [0, 1) that depend only on the seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
