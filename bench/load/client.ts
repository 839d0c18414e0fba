import { connect, type Socket } from "node:net";
import { type FrameEvents, pongFrame, readFrames, textFrame } from "./frames.ts";

const HEAD_END = "\r\n\r\n";
const UPDATE = '{"type":"update","seq":';
const ACK = ',"ack":';
const NO_PATCH = ',"ops":[]}';
/** Where the name of a message's type begins. */
const TYPE_AT = '{"type":"'.length;
const U = "u".charCodeAt(0);
const W = "w".charCodeAt(0);
const ZERO = "0".charCodeAt(0);
/** Each read is over before the next one begins: all sockets can do with one. */
const sharedBuffer = Buffer.alloc(256 * 1024);

export interface ClientEvents {
  /** The text of the first update is given whole, since it says which controls there are. */
  updated(client: Client, ack: number, first: string | undefined): void;
  ended(client: Client, why: string): void;
}

/** One person's connection: speaks the protocol, shows nothing, and takes numbers out of updates without decoding them. */
export class Client implements FrameEvents {
  readonly #socket: Socket;
  readonly #events: ClientEvents;
  #isOpen = false;
  #isEnded = false;
  #rest: Buffer | undefined;
  /** The last update it has, and the last that the server knows of. */
  seq = 0;
  told = 0;
  #cmd = 0;
  /** When each click that was not answered was due, and the number of the first of them. */
  readonly #due: number[] = [];
  #firstDue = 1;

  constructor(port: number, localAddress: string | undefined, events: ClientEvents) {
    this.#events = events;
    const onread = { buffer: sharedBuffer, callback: (count: number) => this.#read(count) };
    this.#socket = connect({ host: "127.0.0.1", port, onread, noDelay: true, ...(localAddress && { localAddress }) });
    this.#socket.on("error", (error) => this.closed(error.message));
    this.#socket.on("close", () => this.closed("the connection was cut"));
    this.#socket.write(
      `GET /ws HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nConnection: Upgrade\r\n` +
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
  }

  /** Clicks that were not answered. */
  get waiting(): number {
    return this.#due.length;
  }

  click(id: number, due: number): void {
    this.#due.push(due);
    this.told = this.seq;
    const command = `{"cmd":${++this.#cmd},"id":${id},"event":"click"}`;
    this.#socket.write(textFrame(`{"type":"commands","seq":${this.seq},"commands":[${command}]}`));
  }

  /** When the next click that an update acknowledges was due. */
  takeAnswered(ack: number): number | undefined {
    if (this.#firstDue > ack || this.#due.length === 0) return undefined;
    this.#firstDue++;
    return this.#due.shift();
  }

  /** Those of the clicks that are still without an answer count no more. */
  giveUp(): readonly number[] {
    this.#firstDue = this.#cmd + 1;
    return this.#due.splice(0);
  }

  acknowledge(): void {
    if (this.told === this.seq || this.#isEnded) return;
    this.told = this.seq;
    this.#socket.write(textFrame(`{"type":"ack","seq":${this.seq}}`));
  }

  // ---- what comes -----------------------------------------------------------------------------------

  #read(count: number): boolean {
    let bytes = sharedBuffer;
    let to = count;
    if (this.#rest !== undefined) {
      bytes = Buffer.concat([this.#rest, sharedBuffer.subarray(0, count)]);
      to = bytes.length;
    }
    const from = this.#isOpen ? 0 : this.#greet(bytes.toString("latin1", 0, Math.min(to, 1024)));
    this.#rest = this.#isOpen ? readFrames(bytes, from, to, this) : Buffer.from(bytes.subarray(0, to));
    return true;
  }

  /** Looks for the end of the answer's head: what follows are frames. */
  #greet(head: string): number {
    const end = head.indexOf(HEAD_END);
    if (end < 0) return 0;
    if (!head.startsWith("HTTP/1.1 101")) {
      this.closed(head.slice(0, head.indexOf("\r\n")));
      return 0;
    }
    this.#isOpen = true;
    this.#socket.write(textFrame('{"type":"hello","protocol":1}'));
    return end + HEAD_END.length;
  }

  text(bytes: Buffer, start: number, end: number): void {
    const type = bytes[start + TYPE_AT];
    if (type !== U) {
      if (type !== W) this.closed(`the server says ${bytes.toString("latin1", start, Math.min(end, start + 200))}`);
      return;
    }
    let at = start + UPDATE.length;
    let seq = 0;
    for (let digit = 0; (digit = (bytes[at] as number) - ZERO) >= 0 && digit <= 9; at++) seq = seq * 10 + digit;
    let ack = 0;
    at += ACK.length;
    for (let digit = 0; (digit = (bytes[at] as number) - ZERO) >= 0 && digit <= 9; at++) ack = ack * 10 + digit;
    if (end - at <= NO_PATCH.length) return this.closed("an update has no patch");
    if (seq !== this.seq + 1) return this.closed(`update ${seq} came after ${this.seq}`);
    this.seq = seq;
    this.#events.updated(this, ack, seq === 1 ? bytes.toString("utf8", start, end) : undefined);
  }

  ping(payload: Buffer): void {
    this.#socket.write(pongFrame(payload));
  }

  closed(why: number | string): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#socket.destroy();
    this.#events.ended(this, typeof why === "number" ? `closed with ${why}` : why);
  }
}
