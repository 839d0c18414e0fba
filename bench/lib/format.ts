export function formatTime(us: number | undefined): string {
  if (us === undefined) return "> 10 s";
  if (us >= 1e6) return `${significant(us / 1e6)} s`;
  return us >= 1000 ? `${significant(us / 1000)} ms` : `${significant(us)} µs`;
}

export function formatBytes(bytes: number | undefined): string {
  if (bytes === undefined) return "";
  return bytes >= 10_000 ? `${significant(bytes / 1000)} kB` : `${Math.round(bytes)} B`;
}

export function formatRatio(ratio: number): string {
  return significant(ratio);
}

function significant(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString("en");
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/**
 * Returns a Markdown table that is also readable as plain text: the first column is left-aligned, all others
 * right-aligned.
 */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => pad(cells[column] ?? "", width, column)).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}
