// Which views shared code of the client accepts: checked by `tsc`, never run.

import type { Parts, Renderer, Setter } from "../../src/client/rendering/renderer.ts";
import type { View } from "../../src/client/rendering/view.ts";
import type { Read } from "../../src/controls/control-props.ts";
import type { TextFieldProps } from "../../src/controls/field/text-field.ts";
import type { FormFieldProps } from "../../src/controls/form-field.ts";

interface InputParts extends Parts {
  readonly input: HTMLInputElement;
}
declare const textField: View<TextFieldProps<Read>, InputParts>;
declare const plain: View;
declare const shared: Setter<FormFieldProps<Read>, Parts>;
declare const needsInput: Setter<FormFieldProps<Read>, InputParts>;

// A view can be passed where fewer properties and elements are needed.
shared(textField);
needsInput(textField);
export const anyView: View = textField;
export const renderer: Renderer = {} as Renderer<TextFieldProps<Read>, InputParts>;
export const inRenderer: Renderer<TextFieldProps<Read>, InputParts>["props"] = { label: shared, error: needsInput };

// A view of fewer elements or of no known properties cannot be passed where more are needed.
// @ts-expect-error
needsInput(textField as View<TextFieldProps<Read>>);
// @ts-expect-error
shared(plain as View<{ readonly label: number }>);
// @ts-expect-error
export const without: Renderer<TextFieldProps<Read>>["props"] = { label: needsInput };
// @ts-expect-error
textField.write("nothing", null);
