/** Whether the full figures are asked for, which take long: `npm run test:soak`. */
export const isSoak: boolean = process.env.RUNLET_SOAK === "1";

/** By how much more a short time may be: only the long run is on a quiet machine. */
export const slack: number = isSoak ? 1 : 10;

/** Says what a test measured, for `docs/reliability.md`. */
export function recordMeasurement(name: string, values: { readonly [what: string]: number | string }): void {
  const text = Object.entries(values).map(([what, value]) => `${what} ${value}`);
  process.stdout.write(`figure: ${name}: ${text.join(", ")}\n`);
}
