import type { App, AppOptions, Peer } from "./app.ts";
import { check } from "./check.ts";
import { each, type Job, type Pair, type Record } from "./job.ts";
import { warm } from "./race.ts";
import { CONTROLS_PER_ROW, makeRows } from "./rows.ts";
import { changes, mounts } from "./steps.ts";
import { mount, ticks, type Workload, workloads } from "./workloads.ts";

/** Number of rows of the small tree that is used for checks and warm-up. */
const SMALL = 250;
/** Largest number of rows that is checked, because checking a larger tree takes longer than measuring it. */
const LARGEST_CHECKED = 2500;

/** Measures one tree of `size` controls: its mount, and each change to it. */
export async function measureTree(peers: Pair<Peer>, job: Job, record: Record): Promise<void> {
  const rows = job.size / CONTROLS_PER_ROW;
  const chosen = workloads.filter(({ id }) => job.workloads.includes(id));
  const sizes = rows > SMALL && rows <= LARGEST_CHECKED ? [SMALL, rows] : [SMALL];
  if (job.isChecked) {
    for (const size of sizes)
      for (const workload of chosen) for (const peer of peers) await check(peer, workload, size);
  }

  if (job.workloads.includes(mount.id)) {
    await each(peers, (peer) => warm(mounts(peer, {}, SMALL)));
    await record(mount.id, await each(peers, (peer) => mounts(peer, {}, rows)));
  }
  for (const listeners of [false, true]) {
    const here = chosen.filter((workload) => (workload.listeners === true) === listeners);
    if (here.length > 0) await measureChanges(peers, here, { listeners }, rows, record);
  }
}

/** Measures 1,000 ticks on a tree of `size` rows. */
export async function measureTicks(peers: Pair<Peer>, { size, isChecked }: Job, record: Record): Promise<void> {
  const hundred = workloads.find(({ id }) => id === "change-100") as Workload;
  if (isChecked) await each(peers, (peer) => check(peer, hundred, size));
  await measureChanges(peers, [ticks], {}, size, record);
}

async function measureChanges(
  peers: Pair<Peer>,
  chosen: readonly Workload[],
  options: AppOptions,
  rows: number,
  record: Record,
): Promise<void> {
  const small = await each(peers, (peer) => mounted(peer, options, SMALL));
  for (const workload of chosen) await each(small, (app) => warm(changes(app, workload, SMALL)));
  const apps = await each(peers, (peer) => mounted(peer, options, rows));
  for (const workload of chosen) {
    const steps = await each(apps, (app) => changes(app, workload, rows));
    await record(workload.id, steps, workload.updates === undefined ? {} : { updates: workload.updates });
  }
  for (const pair of [small, apps]) await each(pair, (app) => app.dispose());
}

async function mounted(peer: Peer, options: AppOptions, rows: number): Promise<App> {
  const app = peer.create(options);
  await app.mount(makeRows(rows));
  return app;
}
