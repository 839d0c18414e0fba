import type { Prop } from "../../../src/core/declaration/spec.ts";
import { encodeAs } from "../../../src/core/declaration/types.ts";
import type { Operation } from "../../../src/protocol/patch.ts";
import type { SampleDocuments } from "../../support/sample-documents.ts";
import { valuesOf } from "../../support/values.ts";
import type { DocumentsPage } from "./documents-page.ts";
import { type StageName, stages } from "./stages.ts";
import { visibleState } from "./visible-state.ts";

export type Property = readonly [name: string, prop: Prop<unknown>];

/** Finds the properties of a control that change nothing on the screen, and nothing that a screen reader reads. */
export class EffectFinder {
  readonly #page: DocumentsPage;
  #hasActed = false;

  constructor(page: DocumentsPage) {
    this.#page = page;
  }

  /**
   * Whether a stage was performed. The client keeps what a person enters, so that the page is not as new afterwards.
   */
  get hasActed(): boolean {
    return this.#hasActed;
  }

  /**
   * Returns the properties that have no effect in any of the samples, while the control is not in use. Those that are
   * expected to have none are changed together, which takes much less time. Only if that has an effect, each is tried.
   */
  async withoutEffect(
    samples: readonly SampleDocuments[],
    properties: readonly Property[],
    isExpected: (property: Property) => boolean,
  ): Promise<Property[]> {
    let expected = properties.filter(isExpected);
    let left = properties.filter((property) => !isExpected(property));
    for (const sample of samples) {
      if (await this.#haveEffectTogether(sample, expected)) expected = await this.#withoutEffectIn(sample, expected);
      left = await this.#withoutEffectIn(sample, left);
    }
    return [...left, ...expected];
  }

  /** Returns whether properties that all change at the same time have an effect, with any of their values. */
  async #haveEffectTogether(sample: SampleDocuments, properties: readonly Property[]): Promise<boolean> {
    const changes = properties.map((property) => changesOf(sample, property));
    const most = Math.max(0, ...changes.map(({ length }) => length));
    if (most === 0) return false;
    const before = await this.#show(sample);
    for (let at = 0; at < most; at++) {
      const change = changes.flatMap((own) => own[at] ?? []);
      if ((await this.#state(change)) !== before) return true;
    }
    return false;
  }

  /** Returns whether a property has an effect in a stage, such as while the pointer is over the control. */
  async hasEffectDuring(name: StageName, samples: readonly SampleDocuments[], property: Property): Promise<boolean> {
    this.#hasActed = true;
    for (const sample of samples) {
      const before = await this.#look(name, sample);
      for (const { value } of changesOf(sample, property)) {
        const own = { ...sample.documents[sample.id], [property[0]]: value };
        const changed = { ...sample, documents: { ...sample.documents, [sample.id]: own } };
        if ((await this.#look(name, changed)) !== before) return true;
      }
    }
    return false;
  }

  /** Each update takes back the property before, which saves half of the updates. */
  async #withoutEffectIn(sample: SampleDocuments, properties: readonly Property[]): Promise<Property[]> {
    if (properties.length === 0) return [];
    const found = new Set<Property>();
    let before = await this.#show(sample);
    let back: readonly Operation[] = [];
    for (const property of properties) {
      for (const change of changesOf(sample, property)) {
        let isChanged = (await this.#state([...back, change])) !== before;
        back = [resetOf(sample, property)];
        if (!isChanged) continue;
        if ((await this.#state(back)) !== before) {
          // What something left behind, such as the focus or an icon that arrived late, is no effect: try again.
          before = await this.#show(sample);
          isChanged = (await this.#state([change])) !== before;
          before = await this.#show(sample);
        }
        back = [];
        if (!isChanged) continue;
        found.add(property);
        break;
      }
    }
    return properties.filter((property) => !found.has(property));
  }

  /** Shows a sample with new elements, performs a stage, and returns all that can be noticed. */
  async #look(name: StageName, sample: SampleDocuments): Promise<string> {
    const { tab } = this.#page.opened;
    const stage = stages[name];
    await this.#show(sample);
    await stage.enter(tab, `[data-id="${sample.id}"]`);
    const state = await this.#state([]);
    const pixels = stage.comparesPixels === true ? (await tab.screenshot()).toString("base64") : "";
    await stage.leave?.(tab);
    return state + pixels;
  }

  /** Shows a sample with new elements, and without focus or a pointer over it. */
  async #show({ documents }: SampleDocuments): Promise<string> {
    const { tab } = this.#page.opened;
    await tab.mouse.move(699, 599);
    await tab.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    this.#page.replace({ 1: { $type: "Page" } });
    let state = await visibleState(tab, this.#page.replace(documents));
    for (let tries = 0; tries < 10; tries++) {
      const next = await this.#state([]);
      if (next === state) break;
      state = next;
    }
    return state;
  }

  #state(operations: readonly Operation[]): Promise<string> {
    return visibleState(this.#page.opened.tab, this.#page.update(operations));
  }
}

/** Returns operations that set a property to several values, other than the one that it has. */
function changesOf({ documents, id }: SampleDocuments, [name, prop]: Property): (Operation & { value: never })[] {
  const now = JSON.stringify(documents[id]?.[name]);
  const initial = prop.default === null ? null : encodeAs(prop.type, prop.default);
  const values = valuesOf(prop, 5).map((value) => encodeAs(prop.type, value));
  if (now !== undefined) values.unshift(initial);
  return values
    .filter((value) => JSON.stringify(value) !== now)
    .map((value) => ({ op: "add", path: `/${id}/${name}`, value: value as never }));
}

function resetOf({ documents, id }: SampleDocuments, [name]: Property): Operation {
  const path = `/${id}/${name}`;
  const own = documents[id] ?? {};
  return Object.hasOwn(own, name) ? { op: "add", path, value: own[name] as never } : { op: "remove", path };
}
