import type { Theme } from "./case.ts";

export const MOUNT: Theme = {
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
      name: "an async didMount() holds nobody up",
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
      name: "what stands below a child that build() replaces never enters",
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
      fails: "what build() added enters before what stood there, in spite of their order",
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
