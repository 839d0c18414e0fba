import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Returns the exported class of this name from a code block of a page of the guide. */
export async function example<T>(page: string, name: string): Promise<T> {
  const blocks = [...readFileSync(`docs/guide/${page}`, "utf8").matchAll(/```ts\n([\s\S]*?)```/g)];
  const found = blocks.map(([, code = ""]) => code).filter((code) => code.includes(`export class ${name} `));
  if (found.length !== 1) throw new Error(`docs/guide/${page} has ${found.length} examples that export ${name}`);
  const file = new URL(`./.${page}-${name}.ts`, import.meta.url);
  writeFileSync(file, found[0] as string);
  try {
    return (await import(file.href)) as T;
  } finally {
    rmSync(file, { force: true });
  }
}
