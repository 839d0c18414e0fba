import type { CaseGroup } from "./case.ts";

export const MOUNT_HOOKS: CaseGroup = {
  title: "Entering: what hooks change",
  file: "mount-hooks.ts",
  cases: [
    {
      name: "a sibling added by build()",
      do: ({ page, a, b, during }) => {
        during(a, "build", () => page.add(b));
        page.add(a);
      },
      hooks: "build a · beforeUpdate a · build b · beforeUpdate b · didMount a · didMount b",
      sent: ["new a, new b, page = [a b]"],
    },
    {
      name: "a sibling added by beforeUpdate()",
      page: "a",
      do: ({ page, a, b, during }) => {
        during(a, "beforeUpdate", () => b.isMounted || page.add(b));
        a.value = "x";
      },
      hooks: "beforeUpdate a · build b · beforeUpdate b · didMount b",
      sent: ['a.value = "x", new b, page[1] + b'],
    },
    {
      name: "a sibling added by didMount(): the next flush",
      do: ({ page, a, b, during }) => {
        during(a, "didMount", () => page.add(b));
        page.add(a);
      },
      hooks: "build a · beforeUpdate a · didMount a · build b · beforeUpdate b · didMount b",
      sent: ["new a, page = [a]", "new b, page[1] + b"],
    },
    {
      name: "a sibling added by willUnmount()",
      page: "a",
      do: ({ page, a, b, during }) => {
        during(a, "willUnmount", () => page.add(b));
        page.remove(a);
      },
      hooks: "willUnmount a · build b · beforeUpdate b · didMount b",
      sent: ["new b, page = [b]"],
    },
    {
      name: "an async didMount() delays no other control",
      do: async ({ page, a, b, during, note, advance }) => {
        during(a, "didMount", async () => {
          await a.sleep(5);
          note("a goes on");
        });
        page.add(a, b);
        await advance(5);
      },
      hooks: "build a · build b · beforeUpdate a · beforeUpdate b · didMount a · didMount b · a goes on",
      sent: ["new a, new b, page = [a b]"],
    },
    {
      name: "what didMount() sets is a second update",
      do: ({ page, a, during }) => {
        during(a, "didMount", () => void (a.value = "x"));
        page.add(a);
      },
      hooks: "build a · beforeUpdate a · didMount a · beforeUpdate a",
      sent: ["new a, page = [a]", 'a.value = "x"'],
    },
    {
      name: "a control that takes itself off the page in its didMount()",
      page: "b",
      do: ({ page, a, during }) => {
        during(a, "didMount", () => page.remove(a));
        page.add(a);
      },
      hooks: "build a · beforeUpdate a · didMount a · willUnmount a",
      sent: ["new a, page[1] + a", "page - [1]"],
    },
    {
      name: "one that takes itself off in build(): it never was there",
      page: "b",
      do: ({ page, a, during }) => {
        during(a, "build", () => page.remove(a));
        page.add(a);
      },
      hooks: "build a · beforeUpdate a",
      sent: [],
    },
    {
      name: "children that build() replaces never enter",
      do: ({ page, p, a, b, during }) => {
        p.controls = [a];
        during(p, "build", () => [b]);
        page.add(p);
      },
      hooks: "build p · build b · beforeUpdate p · beforeUpdate b · didMount p · didMount b",
      sent: ["new p[b], new b, page = [p]"],
    },
    {
      name: "a child that build() gives away enters there",
      do: ({ page, p, q, a, during }) => {
        p.controls = [a];
        during(p, "build", () => {
          p.controls = [];
          q.controls = [a];
          page.add(q);
        });
        page.add(p);
      },
      hooks:
        "build p · beforeUpdate p · build q · build a · beforeUpdate q · beforeUpdate a · didMount p · didMount q · didMount a",
      sent: ["new p, new q[a], new a, page = [p q]"],
    },
    {
      name: "what is below a child that build() replaces never enters",
      do: ({ page, p, q, a, b, during }) => {
        q.controls = [a];
        p.controls = [q];
        during(p, "build", () => [b]);
        page.add(p);
      },
      hooks: "build p · build b · beforeUpdate p · beforeUpdate b · didMount p · didMount b",
      sent: ["new p[b], new b, page = [p]"],
    },
    {
      name: "children that build() takes in one by one",
      do: ({ page, p, a, b, during }) => {
        p.controls = [a];
        during(p, "build", () => void p.controls.push(b));
        page.add(p);
      },
      hooks:
        "build p · build a · build b · beforeUpdate p · beforeUpdate a · beforeUpdate b · didMount p · didMount a · didMount b",
      sent: ["new p[a b], new a, new b, page = [p]"],
    },
    {
      name: "the same instance in two places: the later is left without it",
      page: "a p",
      do: ({ p, a }) => p.controls.push(a),
      hooks: "beforeUpdate p",
      sent: [],
      errors: [/is already on the page and was put into Page > Box\[1\] too/],
    },
  ],
};
