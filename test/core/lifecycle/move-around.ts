import type { CaseGroup } from "./case.ts";

export const MOVE_AROUND: CaseGroup = {
  title: "Moving: when more changes than one place",
  file: "move-around.ts",
  cases: [
    {
      name: "into a new parent in its own place",
      page: "a b",
      do: ({ page, p, a, b }) => {
        p.controls = [a];
        page.controls = [p, b];
      },
      hooks: "build p · beforeUpdate p · didMount p",
      sent: ["new p[a], page = [p b]"],
    },
    {
      name: "out of a parent that leaves",
      page: "p(a b)",
      do: ({ page, a }) => {
        page.controls = [a];
      },
      hooks: "willUnmount b · willUnmount p",
      sent: ["page = [a]"],
    },
    {
      name: "out of a parent that leaves, whose list still has it",
      page: "p(a) q",
      do: ({ page, q, a }) => {
        q.controls = [a];
        page.controls = [q];
      },
      hooks: "willUnmount p · beforeUpdate q",
      sent: ["page - [0], q = [a]"],
    },
    {
      name: "parent and child change roles",
      page: "p(q(a))",
      do: ({ page, p, q }) => {
        p.controls = [];
        q.controls.push(p);
        page.controls = [q];
      },
      hooks: "beforeUpdate q · beforeUpdate p",
      sent: ["page = [q], p = [], q[1] + p"],
    },
    {
      name: "into a parent that leaves",
      page: "a p b",
      do: ({ page, p, a, b }) => {
        p.controls = [a];
        page.controls = [b];
      },
      hooks: "willUnmount a · willUnmount p",
      sent: ["page = [b]"],
    },
    {
      name: "from place to place in one turn: the last counts",
      page: "a p q",
      do: ({ page, p, q, a }) => {
        page.remove(a);
        p.controls.push(a);
        p.controls.pop();
        q.controls.push(a);
      },
      hooks: "beforeUpdate p · beforeUpdate q",
      sent: ["page - [0], q = [a]"],
    },
    {
      name: "by a build() that takes it in",
      page: "a b",
      do: ({ page, w, a, during }) => {
        during(w, "build", () => {
          page.remove(a);
          return [a];
        });
        page.add(w);
      },
      hooks: "build w · beforeUpdate w · didMount w",
      sent: ["new w[a], page = [b w]"],
    },
    {
      name: "and a property in the same turn",
      page: "p(a) q",
      do: ({ p, q, a }) => {
        p.controls = [];
        q.controls = [a];
        a.value = "x";
      },
      hooks: "beforeUpdate p · beforeUpdate q · beforeUpdate a",
      sent: ['p = [], q = [a], a.value = "x"'],
    },
    {
      name: "its tasks and subscriptions live on",
      page: "a b",
      do: async ({ page, a, b, note, advance }) => {
        a.own(() => note("own"));
        void a.runTask(async () => {
          await a.sleep(10);
          note("awake");
        });
        page.controls = [b, a];
        await advance(10);
        a.data = "kept";
      },
      hooks: "awake",
      sent: ["page: 0 → 1"],
    },
    {
      name: "another instance with the same key is another control",
      page: "a",
      do: ({ page, a, b }) => {
        a.key = b.key = "same";
        page.controls = [b];
      },
      hooks: "willUnmount a · build b · beforeUpdate b · didMount b",
      sent: ["new b, page = [b]"],
    },
  ],
};
