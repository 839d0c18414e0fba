import { handshakes } from "./a-handshake.ts";
import { origins } from "./a-origin.ts";
import { wildcards } from "./a-wildcard.ts";
import { guessing } from "./b-guessing.ts";
import { resumes } from "./b-resume.ts";
import { secrets } from "./b-secrets.ts";
import { commands } from "./c-commands.ts";
import { events } from "./c-events.ts";
import { hellos } from "./c-hello.ts";
import { values } from "./c-values.ts";
import { writes } from "./c-writes.ts";
import { keys } from "./d-keys.ts";
import { sizes } from "./d-sizes.ts";
import { tags } from "./d-tags.ts";
import { texts } from "./d-text.ts";
import { closing } from "./e-closing.ts";
import { compressed } from "./e-compressed.ts";
import { frames } from "./e-frames.ts";
import { errors } from "./f-errors.ts";
import { floods } from "./f-floods.ts";
import { handlers } from "./f-handlers.ts";
import { servers } from "./f-server.ts";
import { connections } from "./k-connections.ts";
import { heaps } from "./k-heap.ts";
import { logs } from "./k-log.ts";
import { resources } from "./k-resources.ts";
import { disclosure } from "./l-disclosure.ts";
import { leaks } from "./l-leaks.ts";
import { mixups } from "./l-mixups.ts";
import { supply } from "./l-supply.ts";
import { plannedRows } from "./planned-rows.ts";
import type { BuiltRow, Row } from "./row.ts";

/** Attacks, grouped by target. */
export const families: readonly { readonly name: string; readonly rows: readonly BuiltRow[] }[] = [
  { name: "A: handshake and origin", rows: [...origins, ...wildcards, ...handshakes] },
  { name: "B: session identity and resume", rows: [...guessing, ...secrets, ...resumes] },
  { name: "C: events and client writes", rows: [...events, ...commands, ...writes, ...values, ...hellos] },
  { name: "D: decoding", rows: [...keys, ...tags, ...sizes, ...texts] },
  { name: "E: frames", rows: [...frames, ...compressed, ...closing] },
  { name: "F: faults that an attacker can cause", rows: [...errors, ...handlers, ...servers, ...floods] },
  { name: "K: exhaustion", rows: [...connections, ...resources, ...logs, ...heaps] },
  { name: "L: leaks and supply chain", rows: [...disclosure, ...leaks, ...mixups, ...supply] },
];

/** All cases. */
export const table: readonly Row[] = [...families.flatMap(({ rows }) => rows), ...plannedRows];
