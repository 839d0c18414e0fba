/** The two servers under load: Runlet, and the least that answers the same messages. */
export type Kind = "floor" | "runlet";

/** Of a session, the page included. */
export const CONTROLS = 50;

/** Milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** What one phase of clicks came to. */
export interface Answers extends Times {
  /** Of the phase without the wait for the last answers. */
  readonly seconds: number;
  readonly sent: number;
  /** In time: within a second of when the click was due. */
  readonly answered: number;
  /** All others, those without an answer included. */
  readonly late: number;
  /** By how much the generator itself was late, at its 99th percentile. Milliseconds. */
  readonly lag: number;
}

export interface Connected {
  readonly connected: number;
  readonly failed: number;
  readonly seconds: number;
}

/** What a server has of its machine. Bytes. */
export interface Memory {
  /** As it was found. */
  readonly rss: number;
  /** When garbage is gone. */
  readonly rssAfterGc: number;
  readonly heapAfterGc: number;
  readonly peak: number;
}

export type BroadcastWay = "observable" | "pubsub";

export interface ServerCalls {
  port(): number;
  memory(): Promise<Memory>;
  /** Microseconds of processor that the process has used. */
  cpu(): number;
  /** Changes one text for everybody. Gives when it began. */
  broadcast(way: BroadcastWay): number;
}

export interface GeneratorCalls {
  connect(count: number): Promise<Connected>;
  /** Clicks at a rate, whether or not the last one was answered. */
  click(rate: number, seconds: number, seed: number): Promise<Answers>;
  /** Clicks of everybody, each as soon as the last one was answered. */
  saturate(seconds: number): Promise<Answers>;
  /** From now on, `heard` waits for one update of each client. */
  listen(): void;
  /** When the last client had it. */
  heard(): Promise<number>;
  /** Before the server ends. Gives the connections that were lost. */
  leave(): number;
  cpu(): number;
}

/** Milliseconds by a clock that all processes of the machine share. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
