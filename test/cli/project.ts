import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const CLI = resolve("dist/cli.js");

/** A command that was started, with what it has printed so far. */
export interface Running {
  readonly process: ChildProcess;
  /** What it has printed to both outputs. */
  readonly output: () => string;
  /** Settles with the exit code, or with the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** A project of a user in a folder of its own, in which the built package is installed. */
export class Project {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), "runlet-cli-")));
  readonly #running: Running[] = [];

  constructor(files: { readonly [name: string]: string } = {}, kind: "module" | "commonjs" = "module") {
    mkdirSync(join(this.folder, "node_modules"));
    symlinkSync(resolve("."), join(this.folder, "node_modules/runlet"), "junction");
    this.write({ "package.json": JSON.stringify({ type: kind }), ...files });
  }

  write(files: { readonly [name: string]: string }): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), text);
    }
  }

  /** Starts the command `runlet` in the folder. */
  start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Running {
    const env = { ...process.env, RUNLET_SERVER_PORT: "", NODE_OPTIONS: "", ...environment };
    // Like a shell: the command leads a group of processes, which a terminal can signal together.
    const detached = process.platform !== "win32";
    const child = spawn(process.execPath, [CLI, ...args], { cwd: this.folder, env, detached });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (text += String(data)));
    const ended = new Promise<number | NodeJS.Signals | null>((done) => {
      child.on("close", (code, signal) => done(code ?? signal));
    });
    const running: Running = { process: child, output: () => text, ended };
    this.#running.push(running);
    return running;
  }

  /** Runs the command to its end, and returns what it printed. Throws if it succeeds. */
  async fail(args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<string> {
    const running = this.start(args, environment);
    const code = await running.ended;
    if (code !== 1) throw new Error(`The exit code is ${code}, not 1:\n${running.output()}`);
    return running.output().trimEnd();
  }

  /** Ends all commands, and deletes the folder. */
  async close(): Promise<void> {
    for (const { process, ended } of this.#running) {
      if (process.exitCode === null && process.signalCode === null) process.kill();
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
