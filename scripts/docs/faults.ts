/** Reports a problem that must be fixed by hand in the sources. With `--check` it fails the run. */
export function fault(message: string): void {
  console.error(message);
  if (process.argv.includes("--check")) process.exitCode = 1;
}
