import type { Fault } from "./fault.ts";

const streams = "src/core/streams.ts";
const each = "src/core/each.ts";

export const bindings: readonly Fault[] = [
  {
    name: "what is bound is not subscribed at the mount",
    file: streams,
    find: "for (const [name, value$] of node.bound ?? []) this.follow(node, name, value$);",
    replace: "",
  },
  {
    name: "effects are not subscribed at the mount",
    file: streams,
    find: "for (const stream$ of node.effects ?? []) this.#subscribe(node, stream$, stream$, undefined);",
    replace: "",
  },
  {
    name: "effects of the last build() go on",
    file: streams,
    find: "for (const stream$ of last) this.#feeds.get(node)?.get(stream$)?.unsubscribe();",
    replace: "",
  },
  {
    name: "a binding that ended by hand goes on",
    file: streams,
    find: "this.#feeds.get(node)?.get(name)?.unsubscribe();",
    replace: "",
  },
  {
    name: "only the first subscription ends with the unmount",
    file: streams,
    find: "for (const feed of [...all.values()]) feed.unsubscribe();",
    replace: "for (const feed of [...all.values()]) return feed.unsubscribe();",
  },
  {
    name: "a stream that is given twice is subscribed twice",
    file: streams,
    find: "all?.get(purpose)?.unsubscribe();",
    replace: "",
  },
  {
    name: "a stream that ended counts as a subscription still",
    file: streams,
    find: "override complete(): void {\n    this.unsubscribe();",
    replace: "override complete(): void {",
  },
  {
    name: "a stream's error is told to nobody",
    file: streams,
    find: "    this.unsubscribe();\n    this.report(error);",
    replace: "    this.unsubscribe();",
  },
  {
    name: "the source is not let go of",
    file: streams,
    find: "this.#tearDown(() => super.unsubscribe());",
    replace: "",
  },
  {
    name: "what a person enters does not reach the state",
    file: streams,
    find: "if (bound instanceof State) ",
    replace: "if (false as boolean) ",
  },
  {
    name: "a state emits a value that it has already",
    file: "src/core/state.ts",
    find: "for (let round = 1; !Object.is(",
    replace: "for (let round = 1; round === 1 || !Object.is(",
  },
  {
    name: "an item's stream does not hear of the item's change",
    file: each,
    find: "row.item$.next(item);",
    replace: "row.item$.value;",
  },
  {
    name: "an item's stream outlives the item",
    file: each,
    find: "if (!rows.has(key)) item$.complete();",
    replace: "item$.value;",
  },
  {
    name: "an item shown again is made again",
    file: each,
    find: "const row = before.get(key);",
    replace: "const row = before.get(key) && undefined;",
  },
];
