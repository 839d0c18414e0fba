import type { Fault } from "./fault.ts";

export const lists: readonly Fault[] = [];
