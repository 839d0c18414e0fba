import { Checkbox, Column, Container, type Page, Row, run, type State, state, Text } from "runlet";
import { filter, interval, map, type Observable, tap } from "rxjs";

const CELLS = 1000;
const CHANGES = 100;
/** Milliseconds between two rounds of changes. */
const PERIOD = 100;

interface Quote {
  readonly name: string;
  readonly price: number;
  /** Change in percent of the initial price. */
  readonly change: number;
}

/** Colors by the change in percent that they start from, in ascending order. */
const tones = [
  { from: Number.NEGATIVE_INFINITY, bgcolor: "errorcontainer", color: "onerrorcontainer" },
  { from: -2, bgcolor: "errorcontainer,0.4", color: "onsurface" },
  { from: -0.5, bgcolor: "surfacecontainerhigh", color: "onsurface" },
  { from: 0.5, bgcolor: "primarycontainer,0.4", color: "onsurface" },
  { from: 2, bgcolor: "primarycontainer", color: "onprimarycontainer" },
] as const;

/** All prices, the timer that changes them, and summary figures. */
class Dashboard extends Column {
  readonly #quotes = Array.from({ length: CELLS }, (_, index) => state(firstQuote(index)));
  readonly #isLive = state(true);
  /** Summary figures. They are counted with each change, so that no round must visit all quotes. */
  readonly #figures = state({
    rising: this.#quotes.filter(({ value }) => value.change > 0).length,
    falling: this.#quotes.filter(({ value }) => value.change < 0).length,
    changes: 0,
  });

  constructor() {
    super({ spacing: 16, horizontalAlignment: "stretch" });
  }

  override build() {
    const rounds$ = interval(PERIOD, this.page.loop).pipe(filter(() => this.#isLive.value));
    this.effect(rounds$.pipe(tap(() => this.#changeSome())));
    const figure = (name: string, value$: Observable<number>) =>
      new Container({
        expand: true,
        padding: { left: 16, right: 16, top: 12, bottom: 12 },
        borderRadius: 12,
        bgcolor: "surfacecontainer",
        content: new Column({
          spacing: 0,
          controls: [
            new Text({ value: name, themeStyle: "labelMedium", color: "onsurfacevariant", noWrap: true }),
            new Text({ value: value$.pipe(map((value) => value.toLocaleString("en"))), themeStyle: "headlineSmall" }),
          ],
        }),
      });
    return [
      new Row({
        wrap: true,
        alignment: "spaceBetween",
        controls: [
          new Text({ value: "Market", themeStyle: "headlineMedium" }),
          new Checkbox({ label: "Live", value: this.#isLive }),
        ],
      }),
      new Row({
        controls: [
          figure(
            "Rising",
            this.#figures.select(({ rising }) => rising),
          ),
          figure(
            "Falling",
            this.#figures.select(({ falling }) => falling),
          ),
          figure(
            "Changes",
            this.#figures.select(({ changes }) => changes),
          ),
        ],
      }),
      new Row({ wrap: true, spacing: 4, runSpacing: 4, alignment: "center", controls: this.#quotes.map(cell) }),
    ];
  }

  #changeSome() {
    const figures = { ...this.#figures.value };
    for (let left = CHANGES; left > 0; left--) {
      const quote = this.#quotes[Math.floor(Math.random() * CELLS)] as State<Quote>;
      const before = quote.value;
      const change = before.change + (Math.random() - 0.5);
      const price = (before.price / (1 + before.change / 100)) * (1 + change / 100);
      quote.set({ ...before, price, change });
      figures.rising += Number(change > 0) - Number(before.change > 0);
      figures.falling += Number(change < 0) - Number(before.change < 0);
      figures.changes++;
    }
    this.#figures.set(figures);
  }
}

/** Returns the cell of a quote. Its price is sent with every change, its colors only when the tone changes. */
function cell(quote: State<Quote>) {
  const tone$ = quote.select(({ change }) => tones.findLast(({ from }) => change >= from) ?? tones[0]);
  return new Container({
    width: 88,
    height: 44,
    padding: { left: 8, right: 8, top: 4 },
    borderRadius: 8,
    bgcolor: tone$.pipe(map(({ bgcolor }) => bgcolor)),
    content: new Text({
      size: 12,
      noWrap: true,
      color: tone$.pipe(map(({ color }) => color)),
      value: quote.select(({ name, price }) => `${name}\n${price.toFixed(2)}`),
    }),
  });
}

/** Returns the initial quote at an index, with a name such as `AAA` or `AAB`. */
function firstQuote(index: number): Quote {
  const letter = (place: number) => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26));
  return {
    name: letter(2) + letter(1) + letter(0),
    price: 10 + ((index * 37) % 490),
    change: 3 * Math.sin(index * 2.7),
  };
}

run((page: Page) => {
  page.title = "Market";
  page.padding = 16;
  page.horizontalAlignment = "stretch";
  page.add(new Dashboard());
});
