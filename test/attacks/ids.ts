/** Ids of all cases, by family. The table must list each of them once. */
export const expectedIds: readonly string[] = [
  ...upTo("A", 16),
  ...upTo("B", 18),
  ...upTo("C", 22),
  ...upTo("D", 18),
  ...upTo("E", 19),
  ...["F20", "F21", "F22", "F23", "F25", "F27", "F28", "F31", "F32", "F36"],
  ...upTo("K", 13),
  ...upTo("L", 13),
];

function upTo(family: string, last: number): string[] {
  return Array.from({ length: last }, (_, at) => `${family}${String(at + 1).padStart(2, "0")}`);
}
