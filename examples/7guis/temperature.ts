import { Control, Row, type State, state, Text, TextField } from "runlet";

/** 7GUIs 2: a temperature in two scales. Either can be edited, and the other one follows. */
export class Temperature extends Control {
  readonly #celsius = state("");
  readonly #fahrenheit = state("");

  override build(): Control {
    return new Row({
      wrap: true,
      controls: [
        degrees("Celsius", this.#celsius, (celsius) => enter(this.#fahrenheit, (celsius * 9) / 5 + 32)),
        new Text({ value: "=" }),
        degrees("Fahrenheit", this.#fahrenheit, (fahrenheit) => enter(this.#celsius, ((fahrenheit - 32) * 5) / 9)),
      ],
    });
  }
}

/** Returns a field for a number. Text that is not a number does not change the other field. */
function degrees(label: string, value: State<string>, entered: (degrees: number) => void) {
  const isWrong = (text: string) => text.trim() !== "" && Number.isNaN(Number(text));
  return new TextField({
    label,
    width: 200,
    value,
    error: value.select((text) => (isWrong(text) ? "Enter a number" : null)),
    onChange: ({ data }) => {
      if (data.trim() !== "" && !isWrong(data)) entered(Number(data));
    },
  });
}

function enter(field: State<string>, degrees: number) {
  field.set(String(Number(degrees.toFixed(1))));
}
