import { Control, Row, type State, state, Text, TextField } from "runlet";

/** 7GUIs 2: degrees in two scales, of which either can be entered. */
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

/** A field for a number. What is none leaves the other field as it is. */
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
