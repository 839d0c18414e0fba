export { mainOf } from "../run.ts";
export { type ClientCall, Harness, type Leaks, type MountOptions, mount } from "./mount.ts";
export type { Network, NetworkOptions } from "./network.ts";
export type { RoleOptions, TextMatch } from "./query.ts";
export type { ClientNode } from "./tree.ts";
