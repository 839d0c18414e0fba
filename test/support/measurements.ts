/** Whether the full measurements run, which take long: `npm run test:soak`. */
export const isSoak: boolean = process.env.RUNLET_SOAK === "1";

/** Factor for time limits in the short form. Only the full run has a quiet machine. */
export const slack: number = isSoak ? 1 : 10;

/** Prints what a test measured, for `docs/contributing/reliability.md`. */
export function recordMeasurement(name: string, values: { readonly [what: string]: number | string }): void {
  const text = Object.entries(values).map(([what, value]) => `${what} ${value}`);
  process.stdout.write(`figure: ${name}: ${text.join(", ")}\n`);
}
