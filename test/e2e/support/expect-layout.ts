import { expect } from "vitest";
import type { LayoutCase } from "../../layout/case.ts";
import type { LayoutStage } from "../../layout/show.ts";

/** Shows cases, and expects that exactly the exceptions among them are wrong. */
export async function expectLayout(
  stage: LayoutStage,
  cases: readonly LayoutCase[],
  exceptions: { readonly [name: string]: string },
): Promise<void> {
  const failures = await stage.failures(cases);
  const failed = new Set(failures.map(({ name }) => name));
  expect(failures.filter(({ name }) => exceptions[name] === undefined)).toEqual([]);
  const excepted = cases.filter(({ name }) => exceptions[name] !== undefined).map(({ name }) => name);
  const passed = excepted.filter((name) => !failed.has(name));
  expect(passed, "these cases pass, so remove them from test/layout/exceptions.ts").toEqual([]);
}
