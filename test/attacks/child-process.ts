import { execFile } from "node:child_process";

/** Returns the URL of a file in this folder, quoted for an import in a script. */
export function siblingUrl(name: string): string {
  return JSON.stringify(new URL(name, import.meta.url).href);
}

/**
 * Runs a script in its own process, with the built package: it starts in a third of the time that the sources take. A
 * script that imports TypeScript needs the flags `--import tsx`.
 */
export function runScript(
  script: string,
  ...flags: string[]
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const args = [...flags, "--input-type=module", "-e", script];
  const { RUNLET_SERVER_PORT: _, NODE_OPTIONS: __, VITEST: ___, ...env } = process.env;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { env, maxBuffer: 1e8, timeout: 60_000 }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
