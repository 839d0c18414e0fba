import type { Mutant } from "./mutant.ts";

const bindingsFile = "src/core/reactive/bindings.ts";
const each = "src/core/reactive/each.ts";

export const bindings: readonly Mutant[] = [
  {
    name: "bound streams are not subscribed when the control is mounted",
    file: bindingsFile,
    find: "for (const [name, value$] of node.extras.boundStreams ?? []) this.bind(node, name, value$);",
    replace: "",
  },
  {
    name: "effects are not subscribed when the control is mounted",
    file: bindingsFile,
    find: "for (const stream$ of node.extras.effects ?? []) this.#subscribe(node, stream$, stream$, undefined);",
    replace: "",
  },
  {
    name: "effects of the previous build() stay subscribed",
    file: bindingsFile,
    find: "for (const stream$ of last) this.#bindings.get(node)?.get(stream$)?.unsubscribe();",
    replace: "",
  },
  {
    name: "a property that is unbound stays subscribed",
    file: bindingsFile,
    find: "this.#bindings.get(node)?.get(name)?.unsubscribe();",
    replace: "",
  },
  {
    name: "an unmount ends only the first subscription",
    file: bindingsFile,
    find: "for (const binding of [...all.values()]) binding.unsubscribe();",
    replace: "for (const binding of [...all.values()]) return binding.unsubscribe();",
  },
  {
    name: "a stream that is bound twice is subscribed twice",
    file: bindingsFile,
    find: "all?.get(key)?.unsubscribe();",
    replace: "",
  },
  {
    name: "a completed stream still counts as a subscription",
    file: bindingsFile,
    find: "override complete(): void {\n    this.unsubscribe();",
    replace: "override complete(): void {",
  },
  {
    name: "a stream's error is not reported",
    file: bindingsFile,
    find: "    this.unsubscribe();\n    this.report(error);",
    replace: "    this.unsubscribe();",
  },
  {
    name: "the source of a binding is not unsubscribed",
    file: bindingsFile,
    find: "this.#tearDown(() => super.unsubscribe());",
    replace: "",
  },
  {
    name: "a value that is entered does not reach the bound state",
    file: bindingsFile,
    find: "if (bound instanceof State) ",
    replace: "if (false as boolean) ",
  },
  {
    name: "a state emits a value that it already has",
    file: "src/core/reactive/state.ts",
    find: "for (let round = 1; !Object.is(",
    replace: "for (let round = 1; round === 1 || !Object.is(",
  },
  {
    name: "an item's stream does not emit the item's change",
    file: each,
    find: "row.item$.next(item);",
    replace: "row.item$.value;",
  },
  {
    name: "an item's stream does not complete when the item is removed",
    file: each,
    find: "if (!rows.has(key)) item$.complete();",
    replace: "item$.value;",
  },
  {
    name: "the control of an existing item is created again",
    file: each,
    find: "const row = before.get(key);",
    replace: "const row = before.get(key) && undefined;",
  },
];
