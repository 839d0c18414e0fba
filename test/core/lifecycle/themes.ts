import { BUILD } from "./build.ts";
import type { Theme } from "./case.ts";
import { CROSSING } from "./crossing.ts";
import { ISOLATION } from "./isolation.ts";
import { LEAVE } from "./leave.ts";
import { MOUNT } from "./mount.ts";
import { MOVE } from "./move.ts";
import { THROW } from "./throw.ts";
import { UPDATE } from "./update.ts";

/** The tables, in the order of the guide. */
export const THEMES: readonly Theme[] = [MOUNT, LEAVE, MOVE, BUILD, UPDATE, THROW, ISOLATION, CROSSING];
