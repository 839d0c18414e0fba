import type { CaseGroup } from "./case.ts";

export const UNMOUNT_TASKS: CaseGroup = {
  title: "Leaving: what ends",
  file: "unmount-tasks.ts",
  cases: [
    {
      name: "what the control owns ends right after its willUnmount()",
      page: "a b",
      do: ({ page, a, note }) => {
        a.own(() => note("own"));
        void a.runTask(async (signal) => {
          signal.addEventListener("abort", () => note("task"));
          await a.sleep(1000);
        });
        page.clean();
      },
      hooks: "willUnmount a · own · task · willUnmount b",
      sent: ["page = []"],
    },
    {
      name: "a task that slept through removal and return has ended all the same",
      page: "a b",
      do: async ({ page, a, note, turn, advance }) => {
        void a.runTask(async () => {
          await a.sleep(10);
          note("awake");
        });
        page.remove(a);
        await turn();
        page.add(a);
        await advance(20);
      },
      hooks: "willUnmount a · beforeUpdate a · didMount a",
      sent: ["page - [0]", "new a, page[1] + a"],
    },
    {
      name: "a task that did not sleep then goes on by its signal only, and its sleeps reject",
      page: "a b",
      do: async ({ page, a, note, turn, advance }) => {
        let open = () => {};
        void a.runTask(async (signal) => {
          await new Promise<void>((resolve) => {
            open = resolve;
          });
          note(`aborted ${signal.aborted}`);
          await a.sleep(10);
          note("awake");
        });
        page.remove(a);
        await turn();
        page.add(a);
        await turn();
        open();
        await advance(20);
      },
      hooks: "willUnmount a · beforeUpdate a · didMount a · aborted true",
      sent: ["page - [0]", "new a, page[1] + a"],
      fails:
        "a task of an earlier mount sleeps on in the next mount: control.sleep() does not know which task called it",
    },
  ],
};
