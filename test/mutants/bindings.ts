import type { Mutant } from "./mutant.ts";

const bindingsFile = "src/core/bindings.ts";
const each = "src/core/each.ts";

export const bindings: readonly Mutant[] = [
  {
    name: "what is bound is not subscribed at the mount",
    file: bindingsFile,
    find: "for (const [name, value$] of node.boundStreams ?? []) this.bind(node, name, value$);",
    replace: "",
  },
  {
    name: "effects are not subscribed at the mount",
    file: bindingsFile,
    find: "for (const stream$ of node.effects ?? []) this.#subscribe(node, stream$, stream$, undefined);",
    replace: "",
  },
  {
    name: "effects of the last build() go on",
    file: bindingsFile,
    find: "for (const stream$ of last) this.#bindings.get(node)?.get(stream$)?.unsubscribe();",
    replace: "",
  },
  {
    name: "a binding that ended by hand goes on",
    file: bindingsFile,
    find: "this.#bindings.get(node)?.get(name)?.unsubscribe();",
    replace: "",
  },
  {
    name: "only the first subscription ends with the unmount",
    file: bindingsFile,
    find: "for (const binding of [...all.values()]) binding.unsubscribe();",
    replace: "for (const binding of [...all.values()]) return binding.unsubscribe();",
  },
  {
    name: "a stream that is given twice is subscribed twice",
    file: bindingsFile,
    find: "all?.get(key)?.unsubscribe();",
    replace: "",
  },
  {
    name: "a stream that ended counts as a subscription still",
    file: bindingsFile,
    find: "override complete(): void {\n    this.unsubscribe();",
    replace: "override complete(): void {",
  },
  {
    name: "a stream's error is told to nobody",
    file: bindingsFile,
    find: "    this.unsubscribe();\n    this.report(error);",
    replace: "    this.unsubscribe();",
  },
  {
    name: "the source is not let go of",
    file: bindingsFile,
    find: "this.#tearDown(() => super.unsubscribe());",
    replace: "",
  },
  {
    name: "what a person enters does not reach the state",
    file: bindingsFile,
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
