import { Session } from "node:inspector";
import type { CDPSession } from "playwright-core";

/** One function of a source file that was called. */
export interface CalledFunction {
  /** Path of the file, such as `src/server/app.ts`. */
  readonly file: string;
  readonly name: string;
}

/** Called functions by file and position. */
export type Called = ReadonlyMap<string, CalledFunction>;

/** The functions that each side called. */
export interface Sides {
  readonly server: Called;
  readonly client: Called;
}

/** V8's coverage of one script. The first range of a function is the function itself. */
interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
  }[];
}

/** Initializers of class fields, which have no function in the source, and helpers that the compiler of tsx adds. */
const NO_FUNCTION = /^(?:<\w+>|__\w+)$/;
const MODE = { callCount: true, detailed: false };

/** Counts the calls of functions in this process and in a tab of the browser. */
export class Coverage {
  readonly #server = new Session();
  readonly #client: CDPSession;
  readonly #serverFiles: string;
  readonly #clientFiles: string;

  private constructor(client: CDPSession, serverFiles: string, clientFiles: string) {
    this.#client = client;
    this.#serverFiles = serverFiles;
    this.#clientFiles = clientFiles;
  }

  /** Starts to count. Each URL is that of the folder that contains `src`, on that side. */
  static async start(client: CDPSession, serverFiles: string, clientFiles: string): Promise<Coverage> {
    const coverage = new Coverage(client, serverFiles, clientFiles);
    coverage.#server.connect();
    coverage.#server.post("Profiler.enable");
    coverage.#server.post("Profiler.startPreciseCoverage", MODE);
    await client.send("Profiler.enable");
    await client.send("Profiler.startPreciseCoverage", MODE);
    return coverage;
  }

  /** Returns the functions that were called since the last call of this method. */
  async take(): Promise<Sides> {
    const { result } = await this.#client.send("Profiler.takePreciseCoverage");
    const server = await new Promise<readonly ScriptCoverage[]>((resolve, reject) => {
      this.#server.post("Profiler.takePreciseCoverage", (error, taken) => {
        if (error === null) resolve(taken.result);
        else reject(error);
      });
    });
    return { server: calledIn(server, this.#serverFiles), client: calledIn(result, this.#clientFiles) };
  }

  stop(): void {
    this.#server.disconnect();
  }
}

/** Returns what all measurements have in common, without what an idle page calls, too. */
export function common(measurements: readonly Sides[], idle: Sides): Sides {
  const [first, ...others] = measurements;
  if (first === undefined) throw new Error("There is no measurement.");
  const of = (side: keyof Sides): Called => {
    const isCommon = ([key]: readonly [string, CalledFunction]) =>
      !idle[side].has(key) && others.every((other) => other[side].has(key));
    return new Map([...first[side]].filter(isCommon));
  };
  return { server: of("server"), client: of("client") };
}

/** Returns the names of the called functions by file, in alphabetical order of the files. */
export function byFile(called: Called): [file: string, functions: readonly string[]][] {
  const files = new Map<string, string[]>();
  for (const { file, name } of called.values()) files.set(file, [...(files.get(file) ?? []), name]);
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}

function calledIn(scripts: readonly ScriptCoverage[], root: string): Called {
  const called = new Map<string, CalledFunction>();
  for (const { url, functions } of scripts) {
    if (!url.startsWith(`${root}src/`)) continue;
    const file = url.slice(root.length).replace(/\?.*/, "");
    for (const { functionName: name, ranges } of functions) {
      const { startOffset, count } = ranges[0] ?? { startOffset: 0, count: 0 };
      const isModule = name === "" && startOffset === 0;
      if (count === 0 || isModule || NO_FUNCTION.test(name)) continue;
      called.set(`${file}:${startOffset}:${name}`, { file, name: name === "" ? "(anonymous)" : name });
    }
  }
  return called;
}
