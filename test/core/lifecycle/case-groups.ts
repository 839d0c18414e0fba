import { BUILD } from "./build.ts";
import type { CaseGroup } from "./case.ts";
import { CROSSING_BETWEEN } from "./crossing-between.ts";
import { CROSSING_IN } from "./crossing-in.ts";
import { CROSSING_OUT } from "./crossing-out.ts";
import { ISOLATION } from "./isolation.ts";
import { ISOLATION_INSIDE } from "./isolation-inside.ts";
import { MOUNT } from "./mount.ts";
import { MOUNT_HOOKS } from "./mount-hooks.ts";
import { MOVE } from "./move.ts";
import { MOVE_AROUND } from "./move-around.ts";
import { THROW } from "./throw.ts";
import { THROW_LATER } from "./throw-later.ts";
import { UNMOUNT } from "./unmount.ts";
import { UNMOUNT_HOOKS } from "./unmount-hooks.ts";
import { UNMOUNT_TASKS } from "./unmount-tasks.ts";
import { UPDATE } from "./update.ts";

/** The tables, in the order of the guide. */
export const CASE_GROUPS: readonly CaseGroup[] = [
  MOUNT,
  MOUNT_HOOKS,
  UNMOUNT,
  UNMOUNT_HOOKS,
  UNMOUNT_TASKS,
  MOVE,
  MOVE_AROUND,
  BUILD,
  UPDATE,
  THROW,
  THROW_LATER,
  ISOLATION,
  ISOLATION_INSIDE,
  CROSSING_OUT,
  CROSSING_IN,
  CROSSING_BETWEEN,
];
