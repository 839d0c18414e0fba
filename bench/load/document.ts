import { cpus, type } from "node:os";
import type { Events } from "./events.ts";
import { goalsOf } from "./goals.ts";
import { crowdRates, type Many } from "./many.ts";
import { count, median } from "./numbers.ts";
import type { Options } from "./options.ts";
import { canPin } from "./remote.ts";
import { broadcastTable, capacityTable, clickTable, connectTable, memoryTable } from "./tables.ts";

/** The load of the machine: with others at work on it, times are worse than they are. */
export interface Loads {
  readonly start: number;
  readonly end: number;
}

/** All that was measured, as Markdown. */
export function documentOf(events: Events, many: Many, options: Options, loads: Loads): string {
  const { sessions, seconds, rounds, rates, audience, most } = options;
  const [{ model } = { model: "an unknown processor" }] = cpus();
  const cores = canPin ? "the servers on one core, the generator on another" : "no process kept to a core";
  const lost = events.lost + many.lost;
  const open = [...events.phases, ...many.phases].filter(({ rate }) => rate !== "all");
  const share = `${Math.round(median(open.map(({ generatorShare }) => generatorShare)) * 100)} %`;
  return `# Under load

${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores of ${model.trim()}, Node ${process.versions.node}, ${type()}; ${cores}. The load of the machine was
${loads.start.toFixed(1)} at the start and ${loads.end.toFixed(1)} at the end. Connections lost on the way: ${lost}. The generator, which never sleeps
where clicks have a rate, got ${share} of its core: others had the rest, and much of that is in the times below.

From a person's event to the patch, in processes of their own: a server, and a generator that has all its clients.
\`npm run bench:load -- --write\` makes this page; nothing in it is written by hand. Runlet is the built package by \`serve\`,
with limits raised where all come from one machine. A session has 50 controls; a click runs a handler that changes one
text. **The floor** is a bare \`ws\` server without sessions, which decodes the same messages, and encodes and sends ones of
the same size. Both are measured by turns, in fresh processes each time; medians of ${rounds} count.

### Goals

${goalsOf(events, many, options)}

### Clicks at a rate

${count(sessions)} sessions, ${seconds} s each. The loop is open: clicks are due at random times, of one session after another, whether or
not the last one was answered, and each counts from when it was due. "In time" is within a second; what was never answered
counts in the percentiles with the time that was waited. "Lag" is by how much the generator itself was late, at its p99: with
a "!" it measured itself. Milliseconds. A server that fell behind at two rates was spared the next ones.

${clickTable(events, ["quarter", ...rates], options)}

The same with ${count(most)} sessions, each of which clicks less often:

${clickTable(many, crowdRates(rates), options)}

### As fast as they go

The loop is closed: ${count(sessions)} sessions click as soon as the last click was answered. "A quarter" above is of the floor here. What a
server took of its core, and the generator of its own, says which of them was the limit: if neither took all, others had the rest.

${capacityTable(events)}

### Connecting

From the first packet to the page: handshake, welcome, all documents. 100 at a time.

${connectTable(events, many)}

### Memory

Of the whole process, two seconds after the last one connected; "a session" is what all take after gc, less what the process took
without any, divided. The peak is while they connect.

${memoryTable(many)}

### Broadcast

One text changed for ${count(audience)} sessions, ${options.broadcasts} times each. The floor encodes it once and sends the same bytes to all; updates of Runlet's
sessions have numbers of their own. The processor is the server's alone.

${broadcastTable(many)}
`;
}
