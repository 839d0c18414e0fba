import type { Client } from "./client.ts";
import type { Crowd } from "./crowd.ts";
import { Histogram } from "./histogram.ts";
import type { Answers } from "./measures.ts";
import { Schedule } from "./schedule.ts";

/** Milliseconds after which an answer is late, and how long after the last click is waited for those that are. */
const IN_TIME = 1000;
const LAST_WAIT = 10_000;
/** Most clicks before answers are read: else a burst would be counted to the server's account. */
const A_TURN = 32;

/** What both kinds of clicking count. */
class Count {
  readonly times = new Histogram();
  readonly lags = new Histogram();
  sent = 0;
  answered = 0;
  readonly #crowd: Crowd;

  constructor(crowd: Crowd, answered?: (client: Client) => void) {
    this.#crowd = crowd;
    crowd.onAnswered = (client, due) => {
      const took = performance.now() - due;
      this.times.record(took);
      if (took <= IN_TIME) this.answered++;
      answered?.(client);
    };
  }

  click(client: Client, due: number): void {
    const { buttons } = this.#crowd;
    client.click(buttons[this.sent++ % buttons.length] as number, due);
    this.lags.record(performance.now() - due);
  }

  async end(seconds: number): Promise<Answers> {
    const until = performance.now() + LAST_WAIT;
    while (this.times.count < this.sent && performance.now() < until) await new Promise((done) => setTimeout(done, 20));
    const { sent, answered, times, lags } = this;
    this.#crowd.onAnswered = undefined;
    // Left out, the worst would not count.
    for (const client of this.#crowd.clients) {
      for (const due of client.giveUp()) times.record(performance.now() - due);
    }
    return { ...times.times(), seconds, sent, answered, late: sent - answered, lag: lags.percentile(0.99) };
  }
}

/** An open loop: one person after another, each click when it is due, counted from when it was due. */
export async function click(crowd: Crowd, rate: number, seconds: number, seed: number): Promise<Answers> {
  const count = new Count(crowd);
  const schedule = new Schedule(rate, seed);
  const { clients } = crowd;
  const began = performance.now();
  const end = began + seconds * 1000;
  let due = began + schedule.gap();
  while (due < end) {
    const now = performance.now();
    for (let n = 0; due <= now && due < end && n < A_TURN; n++) {
      count.click(clients[count.sent % clients.length] as Client, due);
      due += schedule.gap();
    }
    await new Promise((done) => setImmediate(done));
  }
  return count.end(seconds);
}

/** A closed loop, in which nothing is due before the last was answered: what a server can do, not how soon. */
export async function saturate(crowd: Crowd, seconds: number): Promise<Answers> {
  const began = performance.now();
  const end = began + seconds * 1000;
  const again = (client: Client): void => {
    const now = performance.now();
    if (now < end) count.click(client, now);
  };
  const count = new Count(crowd, again);
  for (const client of crowd.clients) again(client);
  await new Promise((done) => setTimeout(done, seconds * 1000));
  return count.end((performance.now() - began) / 1000);
}
