/** `npm run bench:load`. */
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { bundle } from "./build.ts";
import { documentOf } from "./document.ts";
import { measureEvents } from "./events.ts";
import { measureMany } from "./many.ts";
import { readOptions, usage } from "./options.ts";

const DOCUMENT = fileURLToPath(new URL("../../docs/load.md", import.meta.url));

if (process.argv.includes("--help")) {
  console.log(usage);
  process.exit();
}
const options = readOptions(process.argv.slice(2));
await bundle();
const load = (): number => loadavg()[0] as number;
const start = load();
const events = await measureEvents(options);
const many = await measureMany(options);
const document = documentOf(events, many, options, { start, end: load() });
console.log(document);
if (options.isWritten) writeFileSync(DOCUMENT, document);
