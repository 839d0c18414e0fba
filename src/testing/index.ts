export type { Behavior, BehaviorContext, ClientControl, Menus } from "../controls/behavior.ts";
export { mainOf } from "../run.ts";
export { registerBehavior } from "./behaviors.ts";
export type { ClientNode } from "./client-tree.ts";
export { type ClientCall, Harness, type Leaks, type MountOptions, mount } from "./mount.ts";
export type { RoleOptions, TextMatch } from "./query.ts";
export type { Network, NetworkOptions } from "./simulated-network.ts";
