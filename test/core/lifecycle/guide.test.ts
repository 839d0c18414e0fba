import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CASE_GROUPS } from "./case-groups.ts";
import { caseTable, errorTables, isolationTable, withTables } from "./guide.ts";

const PAGE = fileURLToPath(new URL("../../../docs/reference/lifecycle-cases.md", import.meta.url));
const source = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");

test("each case has a unique name in its table", () => {
  for (const { cases } of CASE_GROUPS) expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});

// `npx vitest run test/core/lifecycle/guide.test.ts -u` writes the tables again.
test("the tables of the reference page match the tested cases", async () => {
  const tables = new Map(CASE_GROUPS.map((theme) => [theme.title, caseTable(theme, source)]));
  tables.set("What waits", isolationTable());
  for (const [name, table] of errorTables()) tables.set(name, table);
  const page = withTables(readFileSync(PAGE, "utf8"), tables);
  await expect(page).toMatchFileSnapshot(PAGE);
});
