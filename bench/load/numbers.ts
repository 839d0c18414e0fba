import type { Kind } from "./measures.ts";

export const LABELS: { readonly [K in Kind]: string } = { floor: "the floor", runlet: "Runlet" };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = Number.NaN, above = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (below + above) / 2;
}

/** The least and the most of them. */
export function spread(values: readonly number[], format: (value: number) => string): string {
  return `${format(Math.min(...values))} – ${format(Math.max(...values))}`;
}

export function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}

export function ms(value: number): string {
  return value >= 100 ? count(value) : value.toFixed(value >= 10 ? 1 : 2);
}

export function mib(bytes: number): string {
  return `${count(bytes / 2 ** 20)} MiB`;
}

export function kib(bytes: number): string {
  return `${(bytes / 2 ** 10).toFixed(1)} KiB`;
}
