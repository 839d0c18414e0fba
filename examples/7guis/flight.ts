import { Column, Control, Dropdown, DropdownOption, FilledButton, type State, state, Text, TextField } from "runlet";
import { combineLatest, map } from "rxjs";

const RETURN = "return flight";
const ways = ["one-way flight", RETURN];

/** 7GUIs 3: a flight booker for one-way and return flights. Booking is possible once the dates are valid. */
export class Flight extends Control {
  readonly #way = state<string | null>("one-way flight");
  readonly #start = state("27.03.2027");
  readonly #back = state("27.03.2027");
  readonly #booked = state("");

  override build(): Control {
    const isOneWay$ = this.#way.select((way) => way !== RETURN);
    const isBookable$ = combineLatest([this.#way, this.#start, this.#back]).pipe(
      map(([way, start, back]) => {
        const [from, to] = [timeOf(start), timeOf(back)];
        return from !== undefined && (way !== RETURN || (to !== undefined && from <= to));
      }),
    );
    const field = (label: string, value: State<string>) =>
      new TextField({
        label,
        hintText: "DD.MM.YYYY",
        value,
        error: value.select((text) => (timeOf(text) === undefined ? "Enter a date as DD.MM.YYYY" : null)),
      });
    const back = field("Return", this.#back);
    back.bind("disabled", isOneWay$);
    return new Column({
      width: 320,
      spacing: 16,
      horizontalAlignment: "stretch",
      controls: [
        new Dropdown({
          label: "Flight",
          value: this.#way,
          options: ways.map((way) => new DropdownOption({ value: way })),
        }),
        field("Departure", this.#start),
        back,
        new FilledButton({
          content: "Book",
          disabled: isBookable$.pipe(map((isBookable) => !isBookable)),
          onClick: () => this.#book(),
        }),
        new Text({ value: this.#booked }),
      ],
    });
  }

  #book() {
    const dates =
      this.#way.value === RETURN ? `${this.#start.value}, returning on ${this.#back.value}` : this.#start.value;
    this.#booked.set(`You have booked a ${this.#way.value} on ${dates}.`);
  }
}

/** Returns the start of a day in milliseconds since 1970, or `undefined` for an invalid date. */
function timeOf(text: string): number | undefined {
  const [, day, month, year] = (/^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text.trim()) ?? []).map(Number);
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? time : undefined;
}
