import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Ask } from "./servers.ts";

export type Kind = "floor" | "runlet";

export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

const canPin = spawnSync("taskset", ["-V"]).status === 0;

/** A server in a separate process, and on a separate core if the system supports it. */
export class Server {
  readonly port: number;
  readonly #child: ChildProcess;

  static async start(kind: Kind): Promise<Server> {
    const file = fileURLToPath(new URL("servers.ts", import.meta.url));
    const node = [process.execPath, "--expose-gc", "--import", "tsx", file, kind];
    const [command = "", ...args] = canPin ? ["taskset", "-c", "0", ...node] : node;
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const { port } = (await new Promise((resolve) => child.once("message", resolve))) as { port: number };
    return new Server(child, port);
  }

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  memory(): Promise<Memory> {
    return this.#ask("memory") as Promise<Memory>;
  }

  /** Changes one text in all sessions. */
  broadcast(): Promise<{ began: number; value: string }> {
    return this.#ask("broadcast") as Promise<{ began: number; value: string }>;
  }

  stop(): void {
    this.#child.kill("SIGKILL");
  }

  #ask(ask: Ask): Promise<unknown> {
    this.#child.send(ask);
    return new Promise((resolve) => this.#child.once("message", resolve));
  }
}

/** Moves this process to another core than the servers. Returns whether that worked. */
export function pinGenerator(): boolean {
  return canPin && spawnSync("taskset", ["-cp", "1", String(process.pid)]).status === 0;
}
