/** Of RFC 6455, what a client needs that must cost less than the server it measures. */
const FIN = 0x80;
const MASKED = 0x80;
const [TEXT, CLOSE, PING, PONG] = [1, 8, 9, 10];
/** Any will do, but for zeros: those a server need not take off. */
const MASK = [0x37, 0xfa, 0x21, 0x3d] as const;

/** A text of ASCII, as a client sends it. */
export function textFrame(text: string): Buffer {
  const { length } = text;
  const start = length < 126 ? 6 : 8;
  const frame = Buffer.allocUnsafe(start + length);
  frame.write(text, start, "latin1");
  return finish(frame, TEXT, start);
}

/** Answers a ping with what it carried. */
export function pongFrame(payload: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(6 + payload.length);
  payload.copy(frame, 6);
  return finish(frame, PONG, 6);
}

function finish(frame: Buffer, opcode: number, start: number): Buffer {
  const length = frame.length - start;
  if (length > 0xffff) throw new Error(`A frame of ${length} bytes is longer than this client sends.`);
  frame[0] = FIN | opcode;
  frame[1] = MASKED | (start === 6 ? length : 126);
  if (start === 8) frame.writeUInt16BE(length, 2);
  for (let n = 0; n < 4; n++) frame[start - 4 + n] = MASK[n] as number;
  for (let n = 0; n < length; n++) frame[start + n] = (frame[start + n] as number) ^ (MASK[n & 3] as number);
  return frame;
}

/** What comes of a server's frames. The bytes are only lent. */
export interface FrameEvents {
  text(bytes: Buffer, start: number, end: number): void;
  ping(payload: Buffer): void;
  closed(code: number): void;
}

/** Takes frames out of what comes, and gives what is left of one that has not come whole. */
export function readFrames(bytes: Buffer, from: number, to: number, events: FrameEvents): Buffer | undefined {
  let at = from;
  while (to - at >= 2) {
    const short = (bytes[at + 1] as number) & 0x7f;
    const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10);
    if (start > to) break;
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    const end = start + length;
    if (end > to) break;
    const first = bytes[at] as number;
    if (first === (FIN | TEXT)) events.text(bytes, start, end);
    else if (first === (FIN | PING)) events.ping(bytes.subarray(start, end));
    else if (first === (FIN | CLOSE)) events.closed(length >= 2 ? bytes.readUInt16BE(start) : 1005);
    else throw new Error(`A frame begins with ${first}, which no server here sends.`);
    at = end;
  }
  return at === to ? undefined : Buffer.from(bytes.subarray(at, to));
}
