import { FilledButton, OutlinedButton, type Page, Row, run, Text } from "runlet";

run((page: Page) => {
  const count = new Text({ value: "0", themeStyle: "displayMedium" });
  const add = (step: number) => {
    count.value = String(Number(count.value) + step);
  };

  page.title = "Counter";
  page.verticalAlignment = "center";
  page.horizontalAlignment = "center";
  page.spacing = 24;
  page.add(
    count,
    new Row({
      tight: true,
      controls: [
        new OutlinedButton({ content: "Less", onClick: () => add(-1) }),
        new FilledButton({ content: "More", onClick: () => add(1) }),
      ],
    }),
  );
});
