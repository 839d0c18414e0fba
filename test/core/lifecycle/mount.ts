import type { CaseGroup } from "./case.ts";

export const MOUNT: CaseGroup = {
  title: "Entering",
  file: "mount.ts",
  cases: [
    {
      name: "one control",
      do: ({ page, a }) => page.add(a),
      hooks: "build a · beforeUpdate a · didMount a",
      sent: ["new a, page = [a]"],
    },
    {
      name: "a parent with children: parents first",
      do: ({ page, p, a, b }) => {
        p.controls = [a, b];
        page.add(p);
      },
      hooks:
        "build p · build a · build b · beforeUpdate p · beforeUpdate a · beforeUpdate b · didMount p · didMount a · didMount b",
      sent: ["new p[a b], new a, new b, page = [p]"],
    },
    {
      name: "what build() returns enters with it",
      do: ({ page, w, p, a, during }) => {
        p.controls = [a];
        during(w, "build", () => p);
        page.add(w);
      },
      hooks:
        "build w · build p · build a · beforeUpdate w · beforeUpdate p · beforeUpdate a · didMount w · didMount p · didMount a",
      sent: ["new w.content p, new p[a], new a, page = [w]"],
    },
    {
      name: "build() that returns nothing leaves the children as they are",
      do: ({ page, p, a }) => {
        p.controls = [a];
        page.add(p);
      },
      hooks: "build p · build a · beforeUpdate p · beforeUpdate a · didMount p · didMount a",
      sent: ["new p[a], new a, page = [p]"],
    },
    {
      name: "what build() sets is in the first document",
      do: ({ page, a, during }) => {
        during(a, "build", () => void (a.value = "built"));
        page.add(a);
      },
      hooks: "build a · beforeUpdate a · didMount a",
      sent: ['new a {"value":"built"}, page = [a]'],
    },
    {
      name: "in the middle of a list",
      page: "a b",
      do: ({ page, c }) => page.insert(1, c),
      hooks: "build c · beforeUpdate c · didMount c",
      sent: ["new c, page[1] + c"],
    },
    {
      name: "below a mounted control: its list changed, so its beforeUpdate() runs",
      page: "p(q)",
      do: ({ q, a }) => q.controls.push(a),
      hooks: "build a · beforeUpdate q · beforeUpdate a · didMount a",
      sent: ["new a, q = [a]"],
    },
    {
      name: "hidden or disabled: all the same",
      do: ({ page, a }) => {
        a.visible = false;
        page.add(a);
      },
      hooks: "build a · beforeUpdate a · didMount a",
      sent: ['new a {"visible":false}, page = [a]'],
    },
    {
      name: "in and out in one turn: nothing happened",
      do: ({ page, a }) => {
        page.add(a);
        page.remove(a);
      },
      hooks: "",
      sent: [],
    },
  ],
};
