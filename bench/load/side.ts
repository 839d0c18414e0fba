import type { GeneratorCalls, Kind, ServerCalls } from "./measures.ts";
import { CORES, Remote } from "./remote.ts";

export const KINDS: readonly Kind[] = ["floor", "runlet"];
export type Sides = { readonly [K in Kind]: Side };

/** A server, and the clients that it alone has. */
export class Side {
  readonly kind: Kind;
  readonly server: Remote<ServerCalls>;
  readonly generator: Remote<GeneratorCalls>;

  private constructor(kind: Kind, server: Remote<ServerCalls>, generator: Remote<GeneratorCalls>) {
    this.kind = kind;
    this.server = server;
    this.generator = generator;
  }

  static async start(kind: Kind, profile?: string): Promise<Side> {
    const profiling = kind === "runlet" && profile !== undefined ? ["--cpu-prof", `--cpu-prof-dir=${profile}`] : [];
    const server = await Remote.start<ServerCalls>(kind, CORES.server, ["--expose-gc", ...profiling]);
    const port = await server.call("port");
    return new Side(kind, server, await Remote.start<GeneratorCalls>("generator", CORES.generator, [], [String(port)]));
  }

  /** What something took of the server's processor, and of the generator's: microseconds. */
  async watch<T>(work: () => Promise<T>): Promise<{ result: T; serverCpu: number; generatorCpu: number }> {
    const before = await this.#cpu();
    const result = await work();
    const after = await this.#cpu();
    return { result, serverCpu: after[0] - before[0], generatorCpu: after[1] - before[1] };
  }

  async #cpu(): Promise<[number, number]> {
    return [await this.server.call("cpu"), await this.generator.call("cpu")];
  }

  /** Gives the connections that were lost before. */
  async stop(): Promise<number> {
    const lost = await this.generator.call("leave");
    await this.server.stop();
    await this.generator.stop();
    return lost;
  }
}

/** Both, each with nobody connected. */
export async function startBoth(profile?: string): Promise<Sides> {
  return { floor: await Side.start("floor"), runlet: await Side.start("runlet", profile) };
}

/** Gives the connections that were lost before. */
export async function stopBoth({ floor, runlet }: Sides): Promise<number> {
  return (await floor.stop()) + (await runlet.stop());
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
