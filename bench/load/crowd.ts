import { Client, type ClientEvents } from "./client.ts";
import { CONTROLS, type Connected } from "./measures.ts";

/** Connections that are being made at one time. */
const AT_ONCE = 100;
/** Each address has some 28,000 ports, of which those just left are not free for a minute. */
const CLIENTS_PER_ADDRESS = 2000;
/** As Runlet's client has it: an update is acknowledged after so many milliseconds, or so many updates, at the latest. */
const ACK_DELAY = 200;
const UPDATES_PER_ACK = 50;

/** An update that the server may have to be told of. */
interface Untold {
  readonly client: Client;
  readonly seq: number;
  readonly at: number;
}

/** The people of one generator. */
export class Crowd implements ClientEvents {
  readonly clients: Client[] = [];
  /** Their buttons, which have the same ids on every page. */
  buttons: readonly number[] = [];
  #lost = 0;
  #hasLeft = false;
  /** What is told of each answered click, of each update, and of nothing while these are not set. */
  onAnswered: ((client: Client, due: number) => void) | undefined;
  onUpdate: (() => void) | undefined;
  readonly #port: number;
  readonly #joining = new Map<Client, (isIn: boolean) => void>();
  #untold: Untold[] = [];

  constructor(port: number) {
    this.#port = port;
    setInterval(() => this.#acknowledge(), 20);
  }

  /** So many more people, each with a page. */
  async join(count: number): Promise<Connected> {
    const began = performance.now();
    let left = count;
    let connected = 0;
    const next = async (): Promise<void> => {
      while (left > 0) {
        left--;
        if (await this.#joinOne()) connected++;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    return { connected, failed: count - connected, seconds: (performance.now() - began) / 1000 };
  }

  /** What ends from now on was not lost. Gives how many were. */
  leave(): number {
    this.#hasLeft = true;
    return this.#lost;
  }

  #joinOne(): Promise<boolean> {
    const nth = this.clients.length + this.#joining.size;
    // Only Linux has all of 127.0.0.0/8 without being told.
    const address = process.platform === "linux" ? `127.0.0.${2 + Math.floor(nth / CLIENTS_PER_ADDRESS)}` : undefined;
    return new Promise((resolve) => {
      const client: Client = new Client(this.#port, address, this);
      this.#joining.set(client, resolve);
    });
  }

  updated(client: Client, ack: number, first: string | undefined): void {
    if (first !== undefined) this.#joined(client, first);
    for (let due = client.takeAnswered(ack); due !== undefined; due = client.takeAnswered(ack)) {
      this.onAnswered?.(client, due);
    }
    this.onUpdate?.();
    if (client.seq - client.told >= UPDATES_PER_ACK) client.acknowledge();
    else if (client.seq === client.told + 1) {
      this.#untold.push({ client, seq: client.seq, at: performance.now() + ACK_DELAY });
    }
  }

  ended(client: Client, why: string): void {
    const joining = this.#joining.get(client);
    if (this.#hasLeft) return;
    if (this.#lost++ === 0) console.error(`A connection ended: ${why}`);
    if (joining === undefined) return;
    this.#joining.delete(client);
    joining(false);
  }

  #joined(client: Client, update: string): void {
    if (this.buttons.length === 0) this.buttons = buttonsOf(update);
    this.clients.push(client);
    this.#joining.get(client)?.(true);
    this.#joining.delete(client);
  }

  /** A command may have told the server since. */
  #acknowledge(): void {
    const now = performance.now();
    let done = 0;
    for (; done < this.#untold.length; done++) {
      const { client, seq, at } = this.#untold[done] as Untold;
      if (at > now) break;
      if (client.told < seq) client.acknowledge();
    }
    if (done > 0) this.#untold = this.#untold.slice(done);
  }
}

/** Ids of the controls of a first update that can be clicked. */
function buttonsOf(update: string): number[] {
  const { ops } = JSON.parse(update) as { ops: { value?: unknown }[] };
  const documents = (ops[0]?.value ?? {}) as { [id: string]: { onClick?: boolean } };
  const ids = Object.keys(documents).filter((id) => documents[id]?.onClick === true);
  const count = Object.keys(documents).length;
  if (count !== CONTROLS || ids.length === 0) {
    throw new Error(`The page has ${count} controls, and ${ids.length} buttons: ${update.slice(0, 500)}`);
  }
  return ids.map(Number);
}
