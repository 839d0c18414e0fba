import type { Page as Tab } from "playwright-core";
import { Button } from "runlet";
import { eventually } from "../../support/patience.ts";

/**
 * A button whose click marks the end of what came before it: events and writes arrive in order, so what was not there
 * when the click arrives will not come. Faster and surer than to wait for some time.
 */
export class Marker extends Button {
  #clicks = 0;

  constructor() {
    super({ content: "Marker" });
    this.onClick = () => void this.#clicks++;
  }

  /** Clicks it, and waits until the app has it. */
  async reach(tab: Tab): Promise<void> {
    const before = this.#clicks;
    await tab.getByRole("button", { name: "Marker" }).click();
    await eventually(() => {
      if (this.#clicks === before) throw new Error("The click of the marker has not arrived.");
    });
  }
}
