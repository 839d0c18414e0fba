import { Column, Container, Control, each, FilledButton, Row, state, TextButton, TextField } from "runlet";
import { combineLatest, map, type Observable } from "rxjs";

interface Person {
  readonly id: number;
  readonly name: string;
  readonly surname: string;
}

/** 7GUIs 5: a list of people with search, create, update and delete. */
export class Crud extends Control {
  readonly #people = state<readonly Person[]>([
    { id: 1, name: "Ada", surname: "Lovelace" },
    { id: 2, name: "Grace", surname: "Hopper" },
    { id: 3, name: "Alan", surname: "Turing" },
  ]);
  readonly #prefix = state("");
  readonly #name = state("");
  readonly #surname = state("");
  /** Id of the selected person. */
  readonly #chosen = state<number | null>(null);
  #lastId = 3;

  override build(): Control {
    const shown$ = combineLatest([this.#people, this.#prefix]).pipe(
      map(([people, prefix]) =>
        people.filter(({ surname }) => surname.toLowerCase().startsWith(prefix.trim().toLowerCase())),
      ),
    );
    const isNone$ = this.#chosen.select((id) => id === null);
    return new Column({
      width: 520,
      horizontalAlignment: "stretch",
      controls: [
        new TextField({ label: "Surname begins with", value: this.#prefix }),
        new Container({
          height: 220,
          borderRadius: 12,
          padding: 8,
          bgcolor: "surfacecontainer",
          content: new Column({
            scroll: "auto",
            spacing: 2,
            horizontalAlignment: "stretch",
            controls: each(
              shown$,
              ({ id }) => id,
              (person$, id) => this.#line(person$, Number(id)),
            ),
          }),
        }),
        new Row({
          controls: [
            new TextField({ label: "Name", expand: true, value: this.#name }),
            new TextField({ label: "Surname", expand: true, value: this.#surname }),
          ],
        }),
        new Row({
          wrap: true,
          controls: [
            new FilledButton({ content: "Create", onClick: () => this.#create() }),
            new TextButton({ content: "Update", disabled: isNone$, onClick: () => this.#update() }),
            new TextButton({ content: "Delete", disabled: isNone$, onClick: () => this.#remove() }),
          ],
        }),
      ],
    });
  }

  #line(person$: Observable<Person>, id: number) {
    return new TextButton({
      content: person$.pipe(map(({ name, surname }) => `${surname}, ${name}`)),
      style: this.#chosen.select((chosen) => ({
        alignment: { x: -1, y: 0 },
        color: "onsurface",
        ...(chosen === id && { bgcolor: "secondarycontainer", color: "onsecondarycontainer" }),
      })),
      onClick: () => this.#choose(id),
    });
  }

  #choose(id: number) {
    const person = this.#people.value.find((one) => one.id === id);
    if (person === undefined) return;
    this.#chosen.set(id);
    this.#name.set(person.name);
    this.#surname.set(person.surname);
  }

  #create() {
    const person = { id: ++this.#lastId, ...this.#entered };
    this.#people.set([...this.#people.value, person]);
    this.#choose(person.id);
  }

  #update() {
    this.#people.update((people) => {
      const person = people.find(({ id }) => id === this.#chosen.value);
      if (person !== undefined) Object.assign(person, this.#entered);
    });
  }

  #remove() {
    this.#people.set(this.#people.value.filter(({ id }) => id !== this.#chosen.value));
    this.#chosen.set(null);
  }

  get #entered() {
    return { name: this.#name.value.trim(), surname: this.#surname.value.trim() };
  }
}
