import { connect } from "runlet/client";
import type { Documents, ServerMessage } from "runlet/transport";
import { Rival } from "./rival.ts";
import type { Content } from "./workloads.ts";

/** An implementation to measure: shows documents and applies updates. Each call is timed separately. */
interface Side {
  readonly root: HTMLElement;
  show(documents: Documents): void;
  apply(content: Content): void;
  end(): void;
}

/** Returns the Runlet client. It receives messages directly, already parsed, without a network. */
function ours(root: HTMLElement): Side {
  let receive: (message: ServerMessage) => void = () => {};
  const messages$ = {
    subscribe(next: (message: ServerMessage) => void) {
      receive = next;
    },
  };
  const connection = connect(
    { transport: { messages$, send() {}, close() {}, closed: new Promise<{ code: number }>(() => {}) } },
    root,
  );
  let seq = 0;
  return {
    root,
    show(documents) {
      if (seq === 0) {
        receive({ type: "welcome", protocol: 2, session: "s", secret: "s", resumed: false, cmd: 0 });
      }
      const docs = Object.entries(documents).flatMap(([id, document]) => [Number(id), document]);
      this.apply({ ops: [{ op: "replace", path: "", value: {} }], docs });
    },
    apply: (content) => receive({ type: "update", seq: ++seq, ack: 0, ...content }),
    end: () => connection.close(),
  };
}

/** Returns the same page written by hand. */
function byHand(root: HTMLElement): Side {
  root.classList.add("r-root");
  const stage = root.appendChild(document.createElement("div"));
  stage.className = "r-stage";
  const rival = new Rival(stage);
  return {
    root,
    show: (documents) => rival.show(documents),
    apply: (content) => rival.apply(content),
    end: () => root.replaceChildren(),
  };
}

export type Sides = { readonly [side in "ours" | "byHand"]: (root: HTMLElement) => Side };

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Measures the milliseconds of each step: script only, or script and the layout that it causes. */
async function measure(
  name: keyof Sides,
  documents: Documents,
  steps: readonly (readonly Content[])[],
  withLayout: boolean,
): Promise<number[]> {
  const host = document.body.appendChild(document.createElement("div"));
  const side = ({ ours, byHand } satisfies Sides)[name](host);
  await turn();
  const times: number[] = [];
  const time = async (run: () => void): Promise<void> => {
    const start = performance.now();
    run();
    if (withLayout) void side.root.offsetHeight;
    times.push(performance.now() - start);
    // Forces the pending layout now, so that it is not part of the next step's time.
    void side.root.offsetHeight;
    await turn();
  };
  const copy = structuredClone(documents);
  await time(() => side.show(copy));
  for (const step of structuredClone(steps)) {
    await time(() => {
      for (const update of step) side.apply(update);
    });
  }
  side.end();
  host.remove();
  await turn();
  return times;
}

/** Returns the HTML of a control, from which the page written by hand makes its copies. */
async function elementsOf(documents: Documents): Promise<string> {
  const host = document.body.appendChild(document.createElement("div"));
  const side = ours(host);
  await turn();
  side.show(documents);
  for (let wait = 0; wait < 200 && host.querySelector("[data-id='2']") === null; wait++) await turn();
  const html = host.querySelector("[data-id='2']")?.outerHTML ?? "";
  side.end();
  host.remove();
  return html;
}

/**
 * Measures the creation of copies of an element, node by node as in code written by hand, each with an input listener.
 */
function measureCopies(html: string, count: number): number {
  const host = document.body.appendChild(document.createElement("div"));
  host.className = "r-root";
  const page = document.createElement("div");
  page.className = "r-page";
  const template = new DOMParser().parseFromString(html, "text/html").body.firstElementChild as Element;
  const make = compile(template);
  const heard = new Map<number, number>();
  const start = performance.now();
  for (let index = 0; index < count; index++) {
    const made = make() as HTMLElement;
    made.dataset.id = String(index);
    made.querySelector("input, textarea")?.addEventListener("input", () => heard.set(index, 1));
    page.append(made);
  }
  host.append(page);
  void host.offsetHeight;
  const time = performance.now() - start;
  host.remove();
  return time;
}

/** Returns a function that creates an element as code written by hand does: `createElement`, attributes, children. */
function compile(node: Element): () => Element {
  const namespace = node.namespaceURI;
  const isHtml = namespace === "http://www.w3.org/1999/xhtml";
  const { className, localName } = node as HTMLElement;
  const attributes = [...node.attributes].filter(({ name }) => !(isHtml && name === "class"));
  const children = [...node.childNodes].map((child) =>
    child instanceof Element ? compile(child) : () => document.createTextNode(child.textContent ?? ""),
  );
  return () => {
    const made = isHtml ? document.createElement(localName) : document.createElementNS(namespace, localName);
    if (isHtml && className !== "") (made as HTMLElement).className = className;
    for (const { name, value } of attributes) made.setAttribute(name, value);
    for (const child of children) made.appendChild(child());
    return made;
  };
}

Object.assign(globalThis, { bench: { measure, elementsOf, measureCopies } });
export type Bench = { measure: typeof measure; elementsOf: typeof elementsOf; measureCopies: typeof measureCopies };
