import type { CaseGroup } from "./case.ts";

const fail = (): never => {
  throw new Error("oops");
};

export const THROW_LATER: CaseGroup = {
  title: "Hooks that throw: after build()",
  file: "throw-later.ts",
  cases: [
    {
      name: "beforeUpdate(): what it set before it threw is sent, others go on",
      page: "a b",
      do: ({ a, b, during }) => {
        during(a, "beforeUpdate", () => {
          a.italic = true;
          fail();
        });
        a.value = "x";
        b.value = "y";
      },
      hooks: "beforeUpdate a · beforeUpdate b",
      sent: ['a.value = "x", a.italic = true, b.value = "y"'],
      errors: [/oops/],
    },
    {
      name: "beforeUpdate() of an entering control: it enters",
      do: ({ page, a, b, during }) => {
        during(a, "beforeUpdate", fail);
        page.add(a, b);
      },
      hooks: "build a · build b · beforeUpdate a · beforeUpdate b · didMount a · didMount b",
      sent: ["new a, new b, page = [a b]"],
      errors: [/oops/],
    },
    {
      name: "didMount(): the hooks of others run, and so does its willUnmount()",
      do: async ({ page, a, b, during, turn }) => {
        during(a, "didMount", fail);
        page.add(a, b);
        await turn();
        page.remove(a);
      },
      hooks: "build a · build b · beforeUpdate a · beforeUpdate b · didMount a · didMount b · willUnmount a",
      sent: ["new a, new b, page = [a b]", "page - [0]"],
      errors: [/oops/],
    },
    {
      name: "an async didMount() that rejects: the same",
      do: ({ page, a, b, during }) => {
        during(a, "didMount", async () => fail());
        page.add(a, b);
      },
      hooks: "build a · build b · beforeUpdate a · beforeUpdate b · didMount a · didMount b",
      sent: ["new a, new b, page = [a b]"],
      errors: [/oops/],
    },
    {
      name: "willUnmount(): it leaves, and so do the others",
      page: "p(a b)",
      do: ({ page, a, during, note }) => {
        during(a, "willUnmount", fail);
        a.own(() => note("own"));
        page.clean();
      },
      hooks: "willUnmount a · own · willUnmount b · willUnmount p",
      sent: ["page = []"],
      errors: [/oops/],
    },
    {
      name: "willUnmount() as the session closes: the hooks of the others run",
      page: "p(a b)",
      do: async ({ a, during, close }) => {
        during(a, "willUnmount", fail);
        await close().catch(() => {});
      },
      hooks: "willUnmount a · willUnmount b · willUnmount p",
      sent: [],
    },
    {
      name: "isIsolated(): counts as false",
      page: "i(a)",
      do: ({ i, a }) => {
        i.answer = fail;
        a.value = "x";
      },
      hooks: "beforeUpdate a",
      sent: ['a.value = "x"'],
      errors: [/oops/],
    },
    {
      name: "a teardown: the others end, too",
      page: "a b",
      do: ({ page, a, note }) => {
        a.own(fail);
        a.own(() => note("own"));
        page.remove(a);
      },
      hooks: "willUnmount a · own",
      sent: ["page - [0]"],
      errors: [/oops/],
    },
    {
      name: "every hook of every control at once: all run, nothing stops",
      do: async ({ page, a, b, during, turn }) => {
        for (const control of [a, b]) {
          for (const hook of ["build", "beforeUpdate", "didMount", "willUnmount"] as const) during(control, hook, fail);
        }
        page.add(a, b);
        await turn();
        page.clean();
      },
      hooks:
        "build a · build b · beforeUpdate a · beforeUpdate b · didMount a · didMount b · willUnmount a · willUnmount b",
      sent: ["new a $error, new b $error, page = [a b]", "page = []"],
      errors: Array.from({ length: 8 }, () => /oops/),
    },
  ],
};
