import type { Peer } from "./lib/app.ts";
import type { Job, Record, Report } from "./lib/job.ts";
import { race } from "./lib/race.ts";
import { measureSessions } from "./lib/sessions.ts";
import { measureTicks, measureTree } from "./lib/tree.ts";
import { peer as floor } from "./peers/floor.ts";
import { peers } from "./peers/index.ts";

/** Process that measures one peer and the floor at one size. A separate process keeps the heaps of peers apart. */
const job = JSON.parse(process.argv[2] ?? "") as Job;
const measures = { tree: measureTree, ticks: measureTicks, sessions: measureSessions };

const say = (report: Report): unknown => process.send?.(report);

const record: Record = async (workload, steps, { updates = 1, heaps } = {}) => {
  const { peer, kind, size } = job;
  say({ type: "begun", workload });
  const [floorCost, cost] = await race(steps, job.samples, () => say({ type: "alive" }));
  const times =
    cost.time === undefined || floorCost.time === undefined
      ? {}
      : { time: cost.time / updates, floor: floorCost.time / updates, ratio: cost.time / floorCost.time };
  const sizes = { bytes: cost.bytes, floorBytes: floorCost.bytes };
  const result = {
    peer,
    kind,
    size,
    workload,
    ...times,
    ...sizes,
    ...(heaps && { floorHeap: heaps[0], heap: heaps[1] }),
  };
  say({ type: "result", result });
};

const peer = (await peers[job.peer]?.load()) as Peer;
await measures[job.kind]([floor, peer], job, record);
process.exit();
