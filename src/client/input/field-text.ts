import { selectionAfterChange } from "../../protocol/text-change.ts";
import { mergeText } from "../../protocol/text-merge.ts";
import { enterPiece } from "./undoable.ts";

/** An element in which a person types. */
export type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** What is known about the text of an input. */
interface TextState {
  /** Text when the composition of an input method began. Undefined while there is none. */
  composedFrom: string | undefined;
  /** Text after the last change. */
  shown: string;
  /** Whether the text is being changed by this code, not by the person. */
  isOwnChange: boolean;
  /** Whether the person pressed Enter after the last change. */
  isSubmitted: boolean;
  /** Texts before and after each replacement. */
  readonly known: Map<string, KnownText>;
}

/** A text that undo and redo can reach. */
interface KnownText {
  /** Whether undo goes on to what the person had before, because this text would be replaced again. */
  readonly isPassed: boolean;
  readonly start: number;
  readonly end: number;
}

const states = new WeakMap<TextInput, TextState>();

/** Maximum number of steps that one undo takes back, and of texts that are known. */
const MAX_STEPS = 100;

function stateOf(input: TextInput): TextState {
  const known = states.get(input);
  if (known !== undefined) return known;
  const state: TextState = {
    composedFrom: undefined,
    shown: input.value,
    isOwnChange: false,
    isSubmitted: false,
    known: new Map(),
  };
  states.set(input, state);
  return state;
}

/** Returns whether an input method is composing. Meanwhile, nothing is written into the input. */
export function isComposing(input: TextInput): boolean {
  return stateOf(input).composedFrom !== undefined;
}

/** Returns a text as an input shows it: line breaks in one form, or none in a single line. */
export function asShown(input: TextInput, text: string): string {
  return input instanceof HTMLTextAreaElement ? text.replaceAll(/\r\n?/g, "\n") : text.replaceAll(/[\r\n]/g, "");
}

/** Callbacks of {@link listenForText}. */
export interface TextEvents {
  /** Returns the input. Events of other elements are ignored. */
  input(): Element;
  /** Returns the text that the properties contain. */
  text(): string;
  /** Called when the person has changed the text. */
  entered(): void;
}

/**
 * Listens for a person's changes of the text of an input inside `box`. A composition is one change. At its end, it is
 * put into the text that the app set meanwhile.
 */
export function listenForText(box: HTMLElement, { input: current, text, entered }: TextEvents): void {
  const listen = (name: string, handle: (input: TextInput, state: TextState, event: Event) => void): void =>
    box.addEventListener(name, (event) => {
      const input = event.target as TextInput;
      if (input === current()) handle(input, stateOf(input), event);
    });
  listen("keydown", (_, state, event) => {
    if ((event as KeyboardEvent).key === "Enter") state.isSubmitted = true;
  });
  listen("input", (input, state, event) => {
    if (state.isOwnChange || state.composedFrom !== undefined) return;
    const { inputType } = event as InputEvent;
    if (inputType === "historyUndo") repeat(input, state, "undo");
    else if (inputType === "historyRedo") repeat(input, state, "redo");
    state.isSubmitted = false;
    state.shown = input.value;
    entered();
  });
  listen("compositionstart", (input, state) => {
    state.composedFrom = input.value;
  });
  listen("compositionend", (input, state) => {
    const own = input.value;
    const { composedFrom: base = own } = state;
    state.composedFrom = undefined;
    const other = asShown(input, text());
    if (own === base) return setText(input, other);
    state.isSubmitted = false;
    setText(input, other === base ? own : mergeText(base, own, other));
    entered();
  });
}

/**
 * Undoes or redoes further while the text is one that was replaced: it would be replaced again, and nothing before it
 * could be reached. Also goes on while the person would see no change.
 */
function repeat(input: TextInput, state: TextState, command: "undo" | "redo"): void {
  state.isOwnChange = true;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const { value } = input;
    if (state.known.get(value)?.isPassed !== true && value !== state.shown) break;
    document.execCommand(command);
    if (input.value === value) break;
  }
  state.isOwnChange = false;
  const { start, end } = state.known.get(input.value) ?? {};
  if (start !== undefined && end !== undefined) input.setSelectionRange(start, end);
}

/**
 * Shows a text in an input. Cursor and selection follow what is before and behind them, the input keeps its scroll
 * position, and the person can undo the change. With `isChoice`, the person chose the text, otherwise the app or a
 * filter changed it. Does nothing while an input method is composing.
 */
export function setText(input: TextInput, text: string, isChoice = false): void {
  const state = stateOf(input);
  if (state.composedFrom !== undefined) return;
  const { value: before, selectionDirection, scrollTop, scrollLeft } = input;
  const after = asShown(input, text);
  state.shown = after;
  if (before === after) return;
  const [from, to] = [input.selectionStart ?? before.length, input.selectionEnd ?? before.length];
  const [start, end] = selectionAfterChange(before, after, from, to);
  if (input === document.activeElement && !input.readOnly) {
    // What Enter sent and cleared may come back.
    const isPassed = !isChoice && (after !== "" || !state.isSubmitted);
    remember(state, before, { isPassed, start: from, end: to });
    remember(state, after, { isPassed: false, start, end });
    state.isOwnChange = true;
    enterPiece(input, before, after);
    state.isOwnChange = false;
  }
  if (input.value !== after) input.value = after;
  input.setSelectionRange(start, end, selectionDirection ?? "none");
  input.scrollTop = scrollTop;
  input.scrollLeft = scrollLeft;
}

function remember({ known }: TextState, text: string, place: KnownText): void {
  known.delete(text);
  known.set(text, place);
  for (const [oldest] of known) {
    if (known.size <= MAX_STEPS) break;
    known.delete(oldest);
  }
}
