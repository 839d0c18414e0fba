import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Question {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface Reply {
  readonly id: number;
  readonly result?: unknown;
}

type Call = (...args: never[]) => unknown;
type Parameters<F> = F extends (...args: infer A) => unknown ? A : never;
type Result<F> = F extends Call ? Awaited<ReturnType<F>> : never;

/** Where each kind of process runs: the generator must not take what it measures. */
export const CORES = { server: 0, generator: 1 } as const;
/** Whether processes can be kept to a core. */
export const canPin: boolean = Object.values(CORES).every(
  (core) => spawnSync("taskset", ["-c", String(core), process.execPath, "-v"]).status === 0,
);

/** A process that answers calls. */
export class Remote<Calls> {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #lastId = 0;

  private constructor(child: ChildProcess, name: string) {
    this.#child = child;
    child.on("message", ({ id, result }: Reply) => {
      this.#waiting.get(id)?.resolve(result);
      this.#waiting.delete(id);
    });
    const ended = (why: unknown) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${name} ended: ${why}`));
    };
    child.on("error", ended);
    child.on("exit", (code, signal) => ended(signal ?? code));
  }

  static async start<Calls>(
    name: string,
    core: number,
    nodeOptions: readonly string[],
    args: readonly string[] = [],
  ): Promise<Remote<Calls>> {
    const file = fileURLToPath(new URL(`dist/${name}.js`, import.meta.url));
    const node = [process.execPath, ...nodeOptions, file, ...args];
    const [command = "", ...rest] = canPin ? ["taskset", "-c", String(core), ...node] : node;
    const settings = Object.entries(process.env).filter(([key]) => !key.startsWith("RUNLET_"));
    const env = { ...Object.fromEntries(settings), NODE_ENV: "production" };
    const child = spawn(command, rest, { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const remote = new Remote<Calls>(child, name);
    await new Promise((resolve, reject) => remote.#waiting.set(0, { resolve, reject }));
    return remote;
  }

  call<K extends keyof Calls & string>(name: K, ...args: Parameters<Calls[K]>): Promise<Result<Calls[K]>> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: (result) => resolve(result as Result<Calls[K]>), reject });
      this.#child.send({ id, name, args } satisfies Question);
    });
  }

  /** It ends when nobody listens to it. */
  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#child.once("exit", done));
    this.#child.disconnect();
    await ended;
  }
}
