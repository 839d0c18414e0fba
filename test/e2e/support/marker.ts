import type { Page as Tab } from "playwright-core";
import { Button } from "runlet";
import { eventually } from "../../support/patience.ts";

/**
 * A button whose click marks the end of earlier input. Events and writes arrive in order, so an event that has not
 * arrived before the click will never arrive. This is faster and more reliable than waiting for some time.
 */
export class Marker extends Button {
  #clicks = 0;

  constructor() {
    super({ content: "Marker" });
    this.onClick = () => void this.#clicks++;
  }

  /** Clicks the button, and waits until the app has received the click. */
  async reach(tab: Tab): Promise<void> {
    const before = this.#clicks;
    await tab.getByRole("button", { name: "Marker" }).click();
    await eventually(() => {
      if (this.#clicks === before) throw new Error("The click of the marker has not arrived.");
    });
  }
}
