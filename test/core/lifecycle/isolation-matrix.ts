import type { CaseContext } from "./case-runner.ts";

/** The page at the start of each test of the matrix: `i` and `j` are isolated, and `j` is inside `i`. */
export const TREE = "a p(b c) i(d q(e f) j(g h))";

/** The place of a change, which decides which updates include it. */
export type Zone = "outside" | "outer" | "inner" | "inner itself";

/** One kind of change in one place. */
export interface Change {
  readonly name: string;
  readonly zone: Zone;
  readonly do: (context: CaseContext) => unknown;
  /** The hooks that run when an update includes the change. */
  readonly hooks: string;
  readonly sent: string;
}

/** A cause of a flush, and the zones whose changes the flush includes. */
export interface Trigger {
  readonly name: string;
  readonly zones: readonly Zone[];
  /** Name of the control that `update()` is called on, if it is not the page. */
  readonly updated?: string;
  readonly do: (context: CaseContext) => void;
}

export const TRIGGERS: readonly Trigger[] = [
  { name: "the end of the turn", zones: ["outside"], do: () => {} },
  { name: "page.update()", zones: ["outside"], do: ({ page }) => page.update() },
  { name: "a.update()", updated: "a", zones: ["outside"], do: ({ a }) => a.update() },
  { name: "i.update()", updated: "i", zones: ["outside", "outer", "inner itself"], do: ({ i }) => i.update() },
  { name: "e.update()", updated: "e", zones: ["outside", "outer", "inner itself"], do: ({ e }) => e.update() },
  { name: "j.update()", updated: "j", zones: ["outside", "inner", "inner itself"], do: ({ j }) => j.update() },
  { name: "g.update()", updated: "g", zones: ["outside", "inner", "inner itself"], do: ({ g }) => g.update() },
];

export const CHANGES: readonly Change[] = [
  {
    name: "a property above",
    zone: "outside",
    do: ({ a }) => (a.value = "x"),
    hooks: "beforeUpdate a",
    sent: 'a.value = "x"',
  },
  {
    name: "a property of the isolated control",
    zone: "outside",
    do: ({ i }) => (i.spacing = 3),
    hooks: "beforeUpdate i",
    sent: "i.spacing = 3",
  },
  {
    name: "a property of its child",
    zone: "outer",
    do: ({ d }) => (d.value = "x"),
    hooks: "beforeUpdate d",
    sent: 'd.value = "x"',
  },
  {
    name: "a property further below",
    zone: "outer",
    do: ({ e }) => (e.value = "x"),
    hooks: "beforeUpdate e",
    sent: 'e.value = "x"',
  },
  {
    name: "a property of the inner isolated control",
    zone: "inner itself",
    do: ({ j }) => (j.spacing = 3),
    hooks: "beforeUpdate j",
    sent: "j.spacing = 3",
  },
  {
    name: "a property below the inner one",
    zone: "inner",
    do: ({ g }) => (g.value = "x"),
    hooks: "beforeUpdate g",
    sent: 'g.value = "x"',
  },
  {
    name: "a child more on the page",
    zone: "outside",
    do: ({ page, n }) => page.add(n),
    hooks: "build n · beforeUpdate n · didMount n",
    sent: "new n, page[3] + n",
  },
  {
    name: "a child less on the page",
    zone: "outside",
    do: ({ page, a }) => page.remove(a),
    hooks: "willUnmount a",
    sent: "page - [0]",
  },
  {
    name: "a move on the page, of the isolated control itself",
    zone: "outside",
    do: ({ page }) => page.controls.unshift(...page.controls.splice(2)),
    hooks: "",
    sent: "page: 2 → 0",
  },
  {
    name: "a child more in a box above",
    zone: "outside",
    do: ({ p, n }) => p.controls.push(n),
    hooks: "build n · beforeUpdate p · beforeUpdate n · didMount n",
    sent: "new n, p[2] + n",
  },
  {
    name: "a child less in a box above",
    zone: "outside",
    do: ({ p }) => p.controls.shift(),
    hooks: "willUnmount b · beforeUpdate p",
    sent: "p - [0]",
  },
  {
    name: "a move in a box above",
    zone: "outside",
    do: ({ p }) => p.controls.reverse(),
    hooks: "beforeUpdate p",
    sent: "p: 0 → 1",
  },
  {
    name: "a child more in the isolated control",
    zone: "outer",
    do: ({ i, n }) => i.controls.push(n),
    hooks: "build n · beforeUpdate i · beforeUpdate n · didMount n",
    sent: "new n, i[3] + n",
  },
  {
    name: "a child less in the isolated control",
    zone: "outer",
    do: ({ i }) => i.controls.shift(),
    hooks: "willUnmount d · beforeUpdate i",
    sent: "i - [0]",
  },
  {
    name: "a move in the isolated control, of the inner one",
    zone: "outer",
    do: ({ i }) => i.controls.unshift(...i.controls.splice(2)),
    hooks: "beforeUpdate i",
    sent: "i: 2 → 0",
  },
  {
    name: "a child more in a box below",
    zone: "outer",
    do: ({ q, n }) => q.controls.push(n),
    hooks: "build n · beforeUpdate q · beforeUpdate n · didMount n",
    sent: "new n, q[2] + n",
  },
  {
    name: "a child less in a box below",
    zone: "outer",
    do: ({ q }) => q.controls.pop(),
    hooks: "willUnmount f · beforeUpdate q",
    sent: "q - [1]",
  },
  {
    name: "a move in a box below",
    zone: "outer",
    do: ({ q }) => q.controls.reverse(),
    hooks: "beforeUpdate q",
    sent: "q: 0 → 1",
  },
  {
    name: "the inner isolated control less",
    zone: "outer",
    do: ({ i }) => i.controls.pop(),
    hooks: "willUnmount g · willUnmount h · willUnmount j · beforeUpdate i",
    sent: "i - [2]",
  },
  {
    name: "a child more in the inner isolated control",
    zone: "inner",
    do: ({ j, n }) => j.controls.push(n),
    hooks: "build n · beforeUpdate j · beforeUpdate n · didMount n",
    sent: "new n, j[2] + n",
  },
  {
    name: "a child less in the inner isolated control",
    zone: "inner",
    do: ({ j }) => j.controls.pop(),
    hooks: "willUnmount h · beforeUpdate j",
    sent: "j - [1]",
  },
  {
    name: "a move in the inner isolated control",
    zone: "inner",
    do: ({ j }) => j.controls.reverse(),
    hooks: "beforeUpdate j",
    sent: "j: 0 → 1",
  },
];

/** A way in which an isolated control unmounts while a change waits in it. */
export interface Departure {
  readonly name: string;
  /** A zone whose waiting changes are included nevertheless. */
  readonly opens?: Zone;
  readonly do: (context: CaseContext) => unknown;
}

export const EXITS: readonly Departure[] = [
  { name: "i leaves", do: ({ page, i }) => page.remove(i) },
  { name: "all leave", do: ({ page }) => page.clean() },
  {
    name: "j leaves with i.update()",
    opens: "outer",
    do: ({ i, j }) => {
      i.controls = i.controls.filter((child) => child !== j);
      i.update();
    },
  },
  { name: "i leaves with a new parent's place", do: ({ page, r }) => (page.controls = [r]) },
  { name: "the session closes", do: ({ close }) => close() },
];
