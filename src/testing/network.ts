import { BehaviorSubject, Observable, type Subscriber } from "rxjs";
import type { Clock } from "../core/schedule.ts";
import type { ServerMessage } from "../protocol/messages.ts";
import type { ClientEnd, CloseInfo, Transport } from "../transport/transport.ts";

/** What a line between a session and its client does to messages. All of it follows from the seed. */
export interface NetworkOptions {
  /** Of all that is random. Default 1. */
  readonly seed?: number;
  /** Milliseconds on the way, in each direction: one number, or from and to. Order is kept. Default 0. */
  readonly delay?: number | readonly [from: number, to: number];
  /** Which part of the messages gets lost, from 0 to 1. Default 0. */
  readonly loss?: number;
  /** Which part arrives twice; hello never does. Default 0. */
  readonly duplicate?: number;
  /** Which part is overtaken by later ones. Default 0. */
  readonly reorder?: number;
  /** At which part of the messages the line breaks, with all that is on it. The client connects again. Default 0. */
  readonly cut?: number;
}

const HELLO = '{"type":"hello"';
/** Milliseconds by which a message that is overtaken comes later, at most. */
const OVERTAKEN_BY = 400;

/** A network of virtual time: no message of a session is safe on it. */
export class Network {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #lines = new Set<() => void>();
  /** Mutable: what holds from now on. */
  #options: NetworkOptions;

  /** @internal */
  constructor(clock: Clock, options: NetworkOptions = {}) {
    this.#clock = clock;
    this.#options = options;
    this.#random = seeded(options.seed ?? 1);
  }

  /** Changes what it does to messages from now on; what is not named stays. */
  set(options: Omit<NetworkOptions, "seed">): void {
    this.#options = { ...this.#options, ...options };
  }

  /** Breaks every line, with all that is on it. Clients connect again. */
  cut(): void {
    for (const cut of [...this.#lines]) cut();
  }

  /** @internal The same numbers from the same seed. */
  random(): number {
    return this.#random();
  }

  /** @internal Both ends of a new line. */
  line(): { server: Transport; client: ClientEnd; cut: () => void } {
    const ends = { toServer: new Way(), toClient: new Way() };
    let resolve: (info: CloseInfo) => void = () => {};
    const closed = new Promise<CloseInfo>((done) => {
      resolve = done;
    });
    let isOpen = true;
    const close = (code = 1000, reason = ""): void => {
      if (!isOpen) return;
      isOpen = false;
      this.#lines.delete(cut);
      ends.toServer.end();
      ends.toClient.end();
      resolve({ code, reason });
    };
    const cut = () => close(1006, "the line was cut");
    this.#lines.add(cut);
    const carry = (way: Way, message: unknown): number => {
      const text = JSON.stringify(message);
      if (isOpen) this.#carry(way, text, cut);
      return text.length;
    };
    return {
      cut,
      server: {
        send: (message) => carry(ends.toClient, message),
        messages$: ends.toServer.messages$,
        writable$: new BehaviorSubject(true),
        close,
        closed,
        ping: (answered) =>
          void this.#clock.after(2 * this.#delay(), () => isOpen && !this.#happens("loss") && answered()),
      },
      client: {
        send: (message) => void carry(ends.toServer, message),
        messages$: ends.toClient.messages$ as Observable<ServerMessage>,
        close,
        closed,
      },
    };
  }

  #carry(way: Way, text: string, cut: () => void): void {
    if (this.#happens("cut")) return cut();
    if (this.#happens("loss")) return;
    const copies = this.#happens("duplicate") && !text.startsWith(HELLO) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      const isLate = this.#happens("reorder");
      const at = this.#clock.now() + this.#delay() + (isLate ? this.#random() * OVERTAKEN_BY : 0);
      const due = isLate ? at : Math.max(at, way.last);
      if (!isLate) way.last = due;
      const wait = due - this.#clock.now();
      if (wait <= 0) way.deliver(text);
      else this.#clock.after(wait, () => way.deliver(text));
    }
  }

  #happens(what: "loss" | "duplicate" | "reorder" | "cut"): boolean {
    const share = this.#options[what] ?? 0;
    return share > 0 && this.#random() < share;
  }

  #delay(): number {
    const { delay = 0 } = this.#options;
    if (typeof delay === "number") return delay;
    return delay[0] + this.#random() * (delay[1] - delay[0]);
  }
}

/** One direction of a line. What comes before somebody listens waits. */
class Way {
  /** When the last message arrives that keeps its place. */
  last = 0;
  #early: string[] = [];
  #isOver = false;
  #subscriber: Subscriber<unknown> | undefined;
  readonly messages$: Observable<unknown> = new Observable((subscriber) => {
    this.#subscriber = subscriber;
    for (const text of this.#early.splice(0)) this.deliver(text);
  });

  deliver(text: string): void {
    if (this.#isOver) return;
    if (this.#subscriber === undefined) this.#early.push(text);
    else this.#subscriber.next(JSON.parse(text));
  }

  end(): void {
    this.#isOver = true;
    this.#subscriber?.complete();
  }
}

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
