import { BUILD } from "./build.ts";
import type { Theme } from "./case.ts";
import { CROSSING_BETWEEN } from "./crossing-between.ts";
import { CROSSING_IN } from "./crossing-in.ts";
import { CROSSING_OUT } from "./crossing-out.ts";
import { ISOLATION } from "./isolation.ts";
import { ISOLATION_INSIDE } from "./isolation-inside.ts";
import { LEAVE } from "./leave.ts";
import { LEAVE_HOOKS } from "./leave-hooks.ts";
import { LEAVE_TASKS } from "./leave-tasks.ts";
import { MOUNT } from "./mount.ts";
import { MOUNT_HOOKS } from "./mount-hooks.ts";
import { MOVE } from "./move.ts";
import { MOVE_AROUND } from "./move-around.ts";
import { THROW } from "./throw.ts";
import { THROW_LATER } from "./throw-later.ts";
import { UPDATE } from "./update.ts";

/** The tables, in the order of the guide. */
export const THEMES: readonly Theme[] = [
  MOUNT,
  MOUNT_HOOKS,
  LEAVE,
  LEAVE_HOOKS,
  LEAVE_TASKS,
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
