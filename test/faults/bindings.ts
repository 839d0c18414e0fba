import type { Fault } from "./fault.ts";

const file = "src/core/streams.ts";

export const bindings: readonly Fault[] = [
  {
    name: "what is bound is not subscribed at the mount",
    file,
    find: "for (const [name, value$] of node.bound ?? []) this.follow(node, name, value$);",
    replace: "",
  },
  {
    name: "effects are not subscribed at the mount",
    file,
    find: "for (const stream$ of node.effects ?? []) this.runEffect(node, stream$);",
    replace: "",
  },
  {
    name: "a binding that ended by hand goes on",
    file,
    find: "this.#subscriptions.get(node)?.get(name)?.unsubscribe();",
    replace: "",
  },
  {
    name: "only the first subscription ends with the unmount",
    file,
    find: "for (const subscription of [...(this.#subscriptions.get(node)?.values() ?? [])]) subscription.unsubscribe();",
    replace:
      "for (const subscription of this.#subscriptions.get(node)?.values() ?? []) return subscription.unsubscribe();",
  },
  {
    name: "a property bound anew follows its first stream, too",
    file,
    find: "all.get(purpose)?.unsubscribe();",
    replace: "",
  },
  {
    name: "a stream that ended counts as a subscription still",
    file,
    find: "complete: () => subscription.unsubscribe(),",
    replace: "complete: () => {},",
  },
  {
    name: "a stream's error is told to nobody",
    file,
    find: "        funnel.report(error, kind, name, node);\n",
    replace: "",
  },
  {
    name: "the source is not let go of",
    file,
    find: 'funnel.run("teardown", name, node, () => source?.unsubscribe());\n    });',
    replace: "});",
  },
  {
    name: "a state emits a value that it has already",
    file: "src/core/state.ts",
    find: "if (!Object.is(value, this.#subject.value)) ",
    replace: "",
  },
];
