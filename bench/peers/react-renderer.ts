import { createContext } from "react";
import ReactReconciler from "react-reconciler";
import { DefaultEventPriority, NoEventPriority } from "react-reconciler/constants.js";
import { type Host, HostNode, insert, remove, setProperty } from "../lib/host.ts";

type Props = { readonly [name: string]: unknown };

const nothing = (): void => {};
const never = (): false => false;
let priority: number = NoEventPriority;

function setAll(node: HostNode, props: Props, before: Props): void {
  for (const name in props) {
    if (name !== "children" && props[name] !== before[name]) setProperty(node, name, props[name]);
  }
}

/**
 * React renderer for a host document. Functions for cases that this benchmark does not have, such as hydration, do
 * nothing.
 */
export const reconciler = ReactReconciler({
  supportsMutation: true,
  supportsPersistence: false,
  supportsHydration: false,
  supportsMicrotasks: true,
  scheduleMicrotask: queueMicrotask,
  isPrimaryRenderer: true,
  rendererVersion: "1",
  rendererPackageName: "bench",
  extraDevToolsConfig: null,
  noTimeout: -1,
  scheduleTimeout: setTimeout,
  cancelTimeout: clearTimeout,

  createInstance(type: string, props: Props) {
    const node = new HostNode(type);
    setAll(node, props, {});
    return node;
  },
  createTextInstance: () => new HostNode("#text"),
  appendInitialChild: (parent: HostNode, child: HostNode) => insert(parent, child),
  finalizeInitialChildren: never,
  shouldSetTextContent: never,
  getRootHostContext: () => null,
  getChildHostContext: (context: null) => context,
  getPublicInstance: (node: HostNode) => node,

  appendChild: (parent: HostNode, child: HostNode) => insert(parent, child),
  insertBefore: (parent: HostNode, child: HostNode, before: HostNode) => insert(parent, child, before),
  removeChild: (_parent: HostNode, child: HostNode) => remove(child),
  appendChildToContainer: (host: Host, child: HostNode) => insert(host.root, child),
  insertInContainerBefore: (host: Host, child: HostNode, before: HostNode) => insert(host.root, child, before),
  removeChildFromContainer: (_host: Host, child: HostNode) => remove(child),
  clearContainer: nothing,
  commitUpdate: (node: HostNode, _type: string, before: Props, props: Props) => setAll(node, props, before),
  prepareForCommit: () => null,
  resetAfterCommit: (host: Host) => host.flush(),
  detachDeletedInstance: nothing,

  setCurrentUpdatePriority(next: number) {
    priority = next;
  },
  getCurrentUpdatePriority: () => priority,
  resolveUpdatePriority: () => (priority === NoEventPriority ? DefaultEventPriority : priority),
  NotPendingTransition: null,
  HostTransitionContext: createContext(null),
  maySuspendCommit: never,
  maySuspendCommitOnUpdate: never,
  maySuspendCommitInSyncRender: never,
  preloadInstance: () => true,
  startSuspendingCommit: () => null,
  suspendInstance: nothing,
  suspendOnActiveViewTransition: nothing,
  waitForCommitToBeReady: () => null,
  getSuspendedCommitReason: () => null,
  shouldAttemptEagerTransition: never,
  bindToConsole: () => nothing,
  getInstanceFromNode: () => null,
  getInstanceFromScope: () => null,
  beforeActiveInstanceBlur: nothing,
  afterActiveInstanceBlur: nothing,
  preparePortalMount: nothing,
  prepareScopeUpdate: nothing,
  requestPostPaintCallback: nothing,
  resetFormInstance: nothing,
  trackSchedulerEvent: nothing,
  resolveEventType: () => null,
  resolveEventTimeStamp: () => -1,
});
