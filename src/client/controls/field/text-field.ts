import type { Read } from "../../../controls/control-props.ts";
import type { TextFieldProps } from "../../../controls/field/text-field.ts";
import { setStyle } from "../../dom/css.ts";
import { toColor } from "../../dom/css-values.ts";
import { describeFocusTarget, focusWhenAttached } from "../../input/focus-target.ts";
import { fieldChildrenChanged, makeField, type Spot, spotOf } from "../../parts/field-spots.ts";
import { fieldProps } from "../../parts/form-field.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { listen, select, show } from "./text-entry.ts";
import { configure, count, type TextFieldParts, type TextFieldView, type Typing } from "./text-input.ts";

/** A field to enter text. */
export const renderer: Renderer<TextFieldProps<Read>, TextFieldParts> = {
  create(view) {
    const typing: Typing = {
      selection: undefined,
      isSelectionDue: false,
      isRevealed: false,
      canReveal: false,
      focus: undefined,
    };
    const parts = { ...makeField(view.prefix), typing };
    listen(view, parts);
    return parts;
  },
  slot: (view, name) => spotOf(view, name as Spot),
  childrenChanged(view) {
    fieldChildrenChanged(view);
    count(view);
  },
  disabled(view, isDisabled) {
    view.parts.input.disabled = isDisabled;
    view.root.classList.toggle("r-field-disabled", isDisabled);
    configure(view);
  },
  destroy({ parts: { typing } }) {
    typing.focus?.abort();
    typing.focus = undefined;
  },
  methods: { focus: ({ parts }) => parts.input.focus() },
  props: {
    ...fieldProps,
    value: show,
    selection: select,
    counter: count,
    keyboardType: configure,
    multiline: configure,
    minLines: configure,
    maxLines: configure,
    maxLength: configure,
    password: configure,
    canRevealPassword: configure,
    readOnly: configure,
    shiftEnter: configure,
    capitalization: configure,
    autocorrect: configure,
    autofillHints: configure,
    textAlign: ({ root, props }) => setStyle(root, "--r-f-align", props.textAlign),
    autofocus({ parts, props }) {
      if (props.autofocus === true) focusWhenAttached(parts.input);
    },
    showCursor: recolorCursor,
    cursorColor: recolorCursor,
    cursorErrorColor: recolorCursor,
    selectionColor({ root, props }) {
      setStyle(root, "--r-f-mark", toColor(props.selectionColor));
      root.classList.toggle("r-field-selection", props.selectionColor != null);
    },
    mouseCursor: ({ root, props }) => setStyle(root, "--r-f-cursor", props.mouseCursor),
    ignorePointers: ({ root, props }) =>
      setStyle(root, "pointer-events", props.ignorePointers === true ? "none" : null),
    tooltip: (view) => describeFocusTarget(view, view.parts.input),
  },
};

function recolorCursor({ root, props: { showCursor, cursorColor, cursorErrorColor } }: TextFieldView): void {
  const isHidden = showCursor === false;
  setStyle(root, "--r-f-caret", isHidden ? "transparent" : toColor(cursorColor));
  setStyle(root, "--r-f-caret-wrong", isHidden ? "transparent" : toColor(cursorErrorColor));
}
