import type { CaseGroup } from "./case.ts";

export const MOVE: CaseGroup = {
  title: "Moving",
  file: "move.ts",
  cases: [
    {
      name: "inside a list",
      page: "a b c",
      do: ({ page, a, b, c }) => {
        page.controls = [c, a, b];
      },
      hooks: "",
      sent: ["page: 2 → 0"],
    },
    {
      name: "two in a list change places",
      page: "a b c d",
      do: ({ page }) => {
        [page.controls[0], page.controls[3]] = [page.controls[3]!, page.controls[0]!];
      },
      hooks: "",
      sent: ["page[0] = d, page[3] = a"],
    },
    {
      name: "to a later parent",
      page: "p(a b) q",
      do: ({ p, q, a }) => {
        p.controls.shift();
        q.controls.push(a);
      },
      hooks: "beforeUpdate p · beforeUpdate q",
      sent: ["p - [0], q = [a]"],
    },
    {
      name: "to an earlier parent",
      page: "p q(a b)",
      do: ({ p, q, a }) => {
        p.controls.push(a);
        q.controls.shift();
      },
      hooks: "beforeUpdate p · beforeUpdate q",
      sent: ["q - [0], p = [a]"],
    },
    {
      name: "two parents exchange children",
      page: "p(a b) q(c d)",
      do: ({ p, q, a, b, c, d }) => {
        p.controls = [c, b];
        q.controls = [a, d];
      },
      hooks: "beforeUpdate p · beforeUpdate q",
      sent: ["p = [c b], q = [a d]"],
    },
    {
      name: "with all that is below it",
      page: "p(q(a)) r",
      do: ({ p, r, q }) => {
        p.controls = [];
        r.controls = [q];
      },
      hooks: "beforeUpdate p · beforeUpdate r",
      sent: ["p = [], r = [q]"],
    },
    {
      name: "removed and added again in one turn",
      page: "a b",
      do: ({ page, a }) => {
        page.remove(a);
        page.add(a);
      },
      hooks: "",
      sent: ["page: 0 → 1"],
    },
    {
      name: "removed in one turn and added again in the next: no move",
      page: "a b",
      do: async ({ page, a, turn }) => {
        page.remove(a);
        await turn();
        page.add(a);
      },
      hooks: "willUnmount a · beforeUpdate a · didMount a",
      sent: ["page - [0]", "new a, page[1] + a"],
    },
    {
      name: "a subtree removed and added again later: no build(), all other hooks",
      page: "w(p(a)) b",
      do: async ({ page, w, turn }) => {
        page.remove(w);
        await turn();
        page.add(w);
      },
      hooks:
        "willUnmount a · willUnmount p · willUnmount w · beforeUpdate w · beforeUpdate p · beforeUpdate a · didMount w · didMount p · didMount a",
      sent: ["page - [0]", "new w[p], new p[a], new a, page[1] + w"],
    },
  ],
};
