import {
  Checkbox,
  Column,
  Container,
  type ControlEvent,
  FilledButton,
  type Page,
  Row,
  run,
  Text,
  TextButton,
  TextField,
} from "runlet";

type Filter = "All" | "Open" | "Done";

/** One thing to do: a row that turns into a field while it is edited. */
class Todo extends Container {
  readonly #done: Checkbox;
  readonly #field: TextField;
  readonly #list: TodoList;
  readonly #buttons: Row;

  constructor(label: string, list: TodoList) {
    super({ padding: { left: 8, right: 8 }, borderRadius: 12, bgcolor: "surfacecontainerlow" });
    this.#list = list;
    this.#done = new Checkbox({ label, onChange: () => list.show() });
    this.#field = new TextField({ label: "Edit", dense: true, expand: true, visible: false, onSubmit: () => this.#save() });
    this.#buttons = new Row({
      spacing: 0,
      tight: true,
      controls: [
        new TextButton({ content: new Text({ value: "↑", semanticsLabel: "Move up" }), onClick: () => list.move(this, -1) }),
        new TextButton({ content: new Text({ value: "↓", semanticsLabel: "Move down" }), onClick: () => list.move(this, 1) }),
        new TextButton({ content: "Edit", onClick: () => this.#edit() }),
        new TextButton({ content: "Remove", onClick: () => list.remove(this) }),
      ],
    });
  }

  get isDone() {
    return this.#done.value === true;
  }

  override build() {
    return new Row({ wrap: true, alignment: "spaceBetween", controls: [this.#done, this.#field, this.#buttons] });
  }

  #edit() {
    this.#field.value = String(this.#done.label);
    this.#show(true);
  }

  #save() {
    if (this.#field.value.trim() !== "") this.#done.label = this.#field.value.trim();
    this.#show(false);
  }

  #show(isEditing: boolean) {
    this.#field.visible = isEditing;
    this.#done.visible = !isEditing;
    this.#buttons.visible = !isEditing;
  }
}

/** The list, what to add to it, and which part of it is shown. */
class TodoList extends Column {
  readonly #todos = new Column({ spacing: 8 });
  readonly #field = new TextField({ label: "What is to be done?", expand: true, onSubmit: () => this.#add() });
  readonly #left = new Text({ themeStyle: "bodySmall", color: "onsurfacevariant" });
  #filter: Filter = "All";

  constructor() {
    super({ width: 600, horizontalAlignment: "stretch", spacing: 16 });
  }

  override build() {
    this.show();
    return [
      new Row({ controls: [this.#field, new FilledButton({ content: "Add", onClick: () => this.#add() })] }),
      new Row({ spacing: 0, controls: (["All", "Open", "Done"] as const).map((filter) => this.#filterButton(filter)) }),
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
    this.#todos.controls = this.#todos.controls.filter((other) => other !== todo);
    this.show();
  }

  /** Shows the todos that the filter lets through, and how many are open. */
  show() {
    const todos = this.#todos.controls as Todo[];
    for (const todo of todos) todo.visible = this.#filter === "All" || todo.isDone === (this.#filter === "Done");
    const open = todos.filter((todo) => !todo.isDone).length;
    this.#left.value = open === 1 ? "1 is open" : `${open} are open`;
  }

  #add() {
    if (this.#field.value.trim() === "") return;
    this.#todos.controls.push(new Todo(this.#field.value.trim(), this));
    this.#field.value = "";
    this.show();
  }

  #filterButton(filter: Filter) {
    return new TextButton({
      content: filter,
      onClick: (_event: ControlEvent) => {
        this.#filter = filter;
        this.show();
      },
    });
  }
}

run((page: Page) => {
  page.title = "To do";
  page.horizontalAlignment = "center";
  page.padding = 24;
  page.add(new Text({ value: "To do", themeStyle: "headlineMedium" }), new TodoList());
});
