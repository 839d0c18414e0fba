import type { CaseGroup } from "./case.ts";

export const UNMOUNT: CaseGroup = {
  title: "Leaving",
  file: "unmount.ts",
  cases: [
    {
      name: "one control",
      page: "a b",
      do: ({ page, a }) => page.remove(a),
      hooks: "willUnmount a",
      sent: ["page - [0]"],
    },
    {
      name: "a parent with children: children first",
      page: "p(a b) c",
      do: ({ page, p }) => page.remove(p),
      hooks: "willUnmount a · willUnmount b · willUnmount p",
      sent: ["page - [0]"],
    },
    {
      name: "page.clean()",
      page: "p(a) w(b)",
      do: ({ page }) => page.clean(),
      hooks: "willUnmount a · willUnmount p · willUnmount b · willUnmount w",
      sent: ["page = []"],
    },
    {
      name: "all children of a box",
      page: "p(a b)",
      do: ({ p }) => {
        p.controls.length = 0;
      },
      hooks: "willUnmount a · willUnmount b · beforeUpdate p",
      sent: ["p = []"],
    },
    {
      name: "a subtree that another takes the place of",
      page: "p(a) c",
      do: ({ page, p, q, b }) => {
        q.controls = [b];
        page.controls[page.controls.indexOf(p)] = q;
      },
      hooks:
        "willUnmount a · willUnmount p · build q · build b · beforeUpdate q · beforeUpdate b · didMount q · didMount b",
      sent: ["new q[b], new b, page[0] = q"],
    },
    {
      name: "a child, and its parent in the same turn",
      page: "p(a b) c",
      do: ({ page, p }) => {
        p.controls.shift();
        page.remove(p);
      },
      hooks: "willUnmount a · willUnmount b · willUnmount p",
      sent: ["page - [0]"],
    },
    {
      name: "the session closes",
      page: "p(a) w(b)",
      do: ({ close }) => close(),
      hooks: "willUnmount a · willUnmount p · willUnmount b · willUnmount w",
      sent: [],
    },
    {
      name: "the session closes before a flush: what would enter gets no hook, what would leave gets willUnmount() once",
      page: "a b",
      do: ({ page, a, c, close }) => {
        page.add(c);
        page.remove(a);
        return close();
      },
      hooks: "willUnmount a · willUnmount b",
      sent: [],
    },
  ],
};
