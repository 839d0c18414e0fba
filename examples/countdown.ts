import { Control, type Page, run, Text } from "runlet";

class Countdown extends Control {
  #seconds: number;
  readonly #text = new Text();

  constructor(seconds: number) {
    super();
    this.#seconds = seconds;
  }

  override build() {
    this.#show();
    return this.#text;
  }

  override didMount() {
    this.runTask(() => this.#tick());
  }

  async #tick() {
    while (this.#seconds > 0) {
      await this.sleep(1000);
      this.#seconds--;
      this.#show();
    }
  }

  #show() {
    this.#text.value = `${String(Math.floor(this.#seconds / 60)).padStart(2, "0")}:${String(this.#seconds % 60).padStart(2, "0")}`;
  }
}

run((page: Page) => {
  page.add(new Countdown(120), new Countdown(60));
});
