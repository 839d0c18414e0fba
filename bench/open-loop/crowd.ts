import { WebSocket } from "ws";

interface Person {
  readonly socket: WebSocket;
  cmd: number;
  seq: number;
  reported: number;
  /** Due times of the clicks that are not answered yet. */
  readonly due: number[];
  /** Number of the first click that is not answered yet. */
  first: number;
  isIn: boolean;
}

/** Number of updates after which a client acknowledges them, as in Runlet's client. */
const UPDATES_PER_ACK = 50;

/** Results of one phase of clicks. Times are in milliseconds. */
export interface Answers {
  readonly sent: number;
  readonly answered: number;
  readonly times: Float64Array;
  /** Delays of the generator itself. */
  readonly lags: Float64Array;
}

/** Minimal clients that only speak the protocol. */
export class Crowd {
  readonly #people: Person[] = [];
  readonly #url: string;
  #times: number[] = [];
  #news: ((value: string) => void) | undefined;
  #answered: ((person: Person) => void) | undefined;
  failed = 0;

  constructor(port: number) {
    this.#url = `ws://127.0.0.1:${port}/ws`;
  }

  get size(): number {
    return this.#people.length;
  }

  /** Connects `count` more clients, each with a page. Returns the connections a second. */
  async join(count: number): Promise<number> {
    const began = performance.now();
    for (let done = 0; done < count; done += 100) {
      await Promise.all(Array.from({ length: Math.min(100, count - done) }, () => this.#connect()));
    }
    return count / ((performance.now() - began) / 1000);
  }

  /**
   * Clicks at a fixed rate for some seconds, one client after another. The time of a click counts from its due time.
   */
  async click(rate: number, seconds: number): Promise<Answers> {
    this.#times = [];
    const lags: number[] = [];
    const total = Math.round(rate * seconds);
    const began = performance.now();
    let sent = 0;
    while (sent < total) {
      const at = performance.now();
      for (let due = began + (sent * 1000) / rate; sent < total && due <= at; due = began + (sent * 1000) / rate) {
        this.#click(this.#people[sent % this.#people.length] as Person, due);
        lags.push(performance.now() - due);
        sent++;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (let waited = 0; this.#times.length < sent && waited < 2000; waited += 20) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const person of this.#people) person.first = person.cmd + 1;
    for (const person of this.#people) person.due.length = 0;
    return {
      sent,
      answered: this.#times.length,
      times: Float64Array.from(this.#times).sort(),
      lags: Float64Array.from(lags).sort(),
    };
  }

  /**
   * Lets each client click again as soon as its last click is answered. Returns the server's maximum of answers a
   * second.
   */
  async saturate(seconds: number): Promise<number> {
    let answered = 0;
    this.#answered = (person) => {
      answered++;
      this.#click(person, performance.now());
    };
    for (const person of this.#people) this.#click(person, performance.now());
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    this.#answered = undefined;
    const perSecond = answered / seconds;
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const person of this.#people) person.first = person.cmd + 1;
    for (const person of this.#people) person.due.length = 0;
    return perSecond;
  }

  /** Resolves when `count` clients have received a broadcast, with the time when the last one received it. */
  news(count: number): Promise<number> {
    let left = count;
    return new Promise((resolve) => {
      this.#news = () => {
        if (--left === 0) resolve(performance.timeOrigin + performance.now());
      };
    });
  }

  leave(): void {
    for (const { socket } of this.#people) socket.terminate();
  }

  #connect(): Promise<void> {
    const socket = new WebSocket(this.#url, {
      origin: this.#url.slice(0, -3).replace("ws", "http"),
      perMessageDeflate: false,
    });
    const person: Person = { socket, cmd: 0, seq: 0, reported: 0, due: [], first: 1, isIn: false };
    return new Promise((resolve) => {
      socket.on("open", () => socket.send('{"type":"hello","protocol":2}'));
      socket.on("error", () => this.failed++);
      socket.on("close", () => resolve());
      socket.on("message", (data) => {
        this.#receive(person, String(data));
        if (person.isIn || person.seq !== 1) return;
        person.isIn = true;
        this.#people.push(person);
        socket.send('{"type":"ack","seq":1}');
        resolve();
      });
    });
  }

  #click(person: Person, due: number): void {
    person.due.push(due);
    person.reported = person.seq;
    person.socket.send(
      `{"type":"commands","seq":${person.seq},"commands":[{"cmd":${++person.cmd},"id":3,"event":"click"}]}`,
    );
  }

  /**
   * Handles a message. Searches for numbers instead of decoding it, because the generator must be faster than the
   * server.
   */
  #receive(person: Person, text: string): void {
    if (!text.startsWith('{"type":"update"')) return;
    const seq = Number(/"seq":(\d+)/.exec(text)?.[1]);
    const ack = Number(/"ack":(\d+)/.exec(text)?.[1]);
    if (seq > 0) person.seq = seq;
    const at = performance.now();
    const waiting = person.due.length;
    for (; person.first <= ack && person.due.length > 0; person.first++)
      this.#times.push(at - (person.due.shift() as number));
    if (person.due.length < waiting) this.#answered?.(person);
    if (text.includes('"news')) this.#news?.(text);
    if (person.seq - person.reported < UPDATES_PER_ACK) return;
    person.reported = person.seq;
    person.socket.send(`{"type":"ack","seq":${person.seq}}`);
  }
}
