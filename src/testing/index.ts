export { mainOf } from "../run.ts";
export { Harness, type Leaks, mount, type MountOptions } from "./mount.ts";
export type { RoleOptions, TextMatch } from "./queries.ts";
export type { ClientNode } from "./tree.ts";
