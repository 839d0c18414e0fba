import type { CaseGroup } from "./case.ts";

export const UNMOUNT_HOOKS: CaseGroup = {
  title: "Leaving: what willUnmount() changes",
  file: "unmount-hooks.ts",
  cases: [
    {
      name: "willUnmount() sets another control's property",
      page: "a b",
      do: ({ page, a, b, during }) => {
        during(a, "willUnmount", () => void (b.value = "x"));
        page.remove(a);
      },
      hooks: "willUnmount a · beforeUpdate b",
      sent: ['page - [0], b.value = "x"'],
    },
    {
      name: "willUnmount() sets its own property: it is there at the next mount",
      page: "a b",
      do: async ({ page, a, during, turn }) => {
        during(a, "willUnmount", () => void (a.value = "x"));
        page.remove(a);
        await turn();
        page.add(a);
      },
      hooks: "willUnmount a · beforeUpdate a · didMount a",
      sent: ["page - [0]", 'new a {"value":"x"}, page[1] + a'],
    },
    {
      name: "willUnmount() of a parent sets its child, which has left already",
      page: "p(a) b",
      do: ({ page, p, a, during }) => {
        during(p, "willUnmount", () => void (a.value = "x"));
        page.remove(p);
      },
      hooks: "willUnmount a · willUnmount p",
      sent: ["page - [0]"],
    },
    {
      name: "willUnmount() removes a sibling",
      page: "a b c",
      do: ({ page, a, b, during }) => {
        during(a, "willUnmount", () => page.remove(b));
        page.remove(a);
      },
      hooks: "willUnmount a · willUnmount b",
      sent: ["page = [c]"],
    },
    {
      name: "willUnmount() puts itself elsewhere: it leaves, and enters again without build()",
      page: "a q",
      do: ({ page, q, a, during }) => {
        during(a, "willUnmount", () => void (q.controls = [a]));
        page.remove(a);
      },
      hooks: "willUnmount a · beforeUpdate q · beforeUpdate a · didMount a",
      sent: ["page - [0], q = [a]"],
    },
    {
      name: "willUnmount() of a parent puts its child elsewhere: too late, the child has left and enters again",
      page: "p(a) q",
      do: ({ page, p, q, a, during }) => {
        during(p, "willUnmount", () => {
          p.controls = [];
          q.controls = [a];
        });
        page.remove(p);
      },
      hooks: "willUnmount a · willUnmount p · beforeUpdate q · beforeUpdate a · didMount a",
      sent: ["page - [0], q = [a]"],
    },
    {
      name: "willUnmount() adds a child to itself: that one never was there",
      page: "p b",
      do: ({ page, p, a, during }) => {
        during(p, "willUnmount", () => void p.controls.push(a));
        page.remove(p);
      },
      hooks: "willUnmount p",
      sent: ["page - [0]"],
    },
    {
      name: "rebuild() in willUnmount(): what it builds never was there",
      page: "w(a) b",
      do: ({ page, w, c, during, rebuild }) => {
        during(w, "willUnmount", () => {
          during(w, "build", () => [c]);
          rebuild(w);
        });
        page.remove(w);
      },
      hooks: "willUnmount a · willUnmount w · build w",
      sent: ["page - [0]"],
    },
  ],
};
