import {
  Checkbox,
  type ChildArray,
  Column,
  Container,
  FilledButton,
  type Page,
  Row,
  run,
  Text,
  TextButton,
  TextField,
} from "runlet";

type Filter = "All" | "Open" | "Done";
const filters: readonly Filter[] = ["All", "Open", "Done"];

/** A to-do item: a row that becomes a text field while it is edited. */
class Todo extends Container {
  readonly #done: Checkbox;
  readonly #row: Row;

  constructor(label: string, list: TodoList) {
    super({ padding: 8, borderRadius: 12, bgcolor: "surfacecontainer" });
    this.#done = new Checkbox({ label, onChange: () => list.show() });
    this.#row = new Row({
      wrap: true,
      runSpacing: 0,
      alignment: "spaceBetween",
      controls: [
        this.#done,
        new Row({
          tight: true,
          wrap: true,
          spacing: 0,
          runSpacing: 0,
          controls: [
            new TextButton({
              content: new Text({ value: "↑", semanticsLabel: "Move up" }),
              onClick: () => list.move(this, -1),
            }),
            new TextButton({
              content: new Text({ value: "↓", semanticsLabel: "Move down" }),
              onClick: () => list.move(this, 1),
            }),
            new TextButton({ content: "Edit", onClick: () => this.#edit() }),
            new TextButton({ content: "Remove", onClick: () => list.remove(this) }),
          ],
        }),
      ],
    });
  }

  get isDone() {
    return this.#done.value === true;
  }

  override build() {
    return this.#row;
  }

  #edit() {
    const value = String(this.#done.label);
    this.content = new TextField({
      label: "Edit",
      value,
      autofocus: true,
      onSubmit: ({ data }) => this.#save(data.trim()),
    });
  }

  #save(label: string) {
    if (label !== "") this.#done.label = label;
    this.content = this.#row;
  }
}

/** The to-do list, with a field for new items and a filter. */
class TodoList extends Column {
  readonly #todos = new Column({ spacing: 8, horizontalAlignment: "stretch" });
  readonly #field = new TextField({ label: "What is to be done?", expand: true, onSubmit: () => this.#add() });
  readonly #buttons = filters.map((filter) => new TextButton({ content: filter, onClick: () => this.#choose(filter) }));
  readonly #left = new Text({ themeStyle: "bodySmall", color: "onsurfacevariant" });
  #filter: Filter = "All";

  constructor() {
    super({ width: 600, horizontalAlignment: "stretch", spacing: 16 });
  }

  override build() {
    this.show();
    return [
      new Row({ controls: [this.#field, new FilledButton({ content: "Add", onClick: () => this.#add() })] }),
      new Row({ spacing: 4, controls: this.#buttons }),
      this.#todos,
      this.#left,
    ];
  }

  move(todo: Todo, by: number) {
    const { controls } = this.#todos;
    const from = controls.indexOf(todo);
    const to = from + by;
    if (to < 0 || to >= controls.length) return;
    controls.splice(from, 1);
    controls.splice(to, 0, todo);
  }

  remove(todo: Todo) {
    this.#todos.controls.remove(todo);
    this.show();
  }

  /** Updates the visible items, the selected filter, and the number of open items. */
  show() {
    const todos = this.#todos.controls as ChildArray<Todo>;
    for (const todo of todos) todo.visible = this.#filter === "All" || todo.isDone === (this.#filter === "Done");
    for (const button of this.#buttons) {
      button.style =
        button.content === this.#filter ? { bgcolor: "secondarycontainer", color: "onsecondarycontainer" } : null;
    }
    const open = todos.filter((todo) => !todo.isDone).length;
    this.#left.value = open === 0 ? "Nothing is open" : open === 1 ? "1 is open" : `${open} are open`;
  }

  #choose(filter: Filter) {
    this.#filter = filter;
    this.show();
  }

  #add() {
    const label = this.#field.value.trim();
    if (label === "") return;
    this.#todos.controls.push(new Todo(label, this));
    this.#field.value = "";
    this.show();
  }
}

run((page: Page) => {
  page.title = "To do";
  page.horizontalAlignment = "center";
  page.padding = 24;
  page.add(new Text({ value: "To do", themeStyle: "headlineMedium" }), new TodoList());
});
