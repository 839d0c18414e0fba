import { Badge, CircleAvatar, Column, Container, Icon, Icons, Row, Text, type Page, FilledButton, Checkbox } from "runlet";
import { shoot } from "./tmp-shot.ts";
await shoot((page: Page) => {
  page.add(
    new Row({ spacing: 32, controls: [
      new Icon({ name: Icons.mail, badge: "" }), new Icon({ name: Icons.mail, badge: "3" }), new Icon({ name: Icons.mail, badge: "999+" }),
      new Icon({ name: Icons.mail, badge: new Badge({ label: "New", bgcolor: "tertiary", textColor: "ontertiary" }) }),
      new Icon({ name: Icons.mail, size: 40, badge: new Badge({ label: new Icon({ name: "check", size: 12 }), alignment: { x: 1, y: 1 }, bgcolor: "green" }) }),
      new Icon({ name: Icons.mail, size: 40, badge: new Badge({ alignment: { x: -1, y: -1 }, smallSize: 12 }) }),
      new FilledButton({ content: "Inbox", badge: "12" }), new CircleAvatar({ content: "AB", badge: new Badge({ bgcolor: "green", smallSize: 12, alignment: { x: 1, y: 1 } }) }),
      new Container({ content: new Text({ value: "box" }), bgcolor: "primarycontainer", borderRadius: 12, padding: 16, badge: "1" }),
      new Badge({ label: "alone" }),
    ] }),
    new Row({ rtl: true, spacing: 32, controls: [new Icon({ name: Icons.mail, badge: "999+" }), new Icon({ name: Icons.mail, badge: "" })] }),
    new FilledButton({ content: "Tip", margin: { top: 60, left: 100 }, tooltip: { message: "Above it\nwith a second line", preferBelow: false, bgcolor: "primarycontainer", textStyle: { color: "onprimarycontainer", size: 14 }, padding: 12, decoration: { borderRadius: 12, bgcolor: "primarycontainer", shadows: { blurRadius: 8, color: "black,0.3" } } } }),
    new Text({ value: "Plain", tooltip: "Plain tip" }),
  );
}, "b", { dark: true, width: 1000, height: 400, act: async (tab: any) => { await tab.getByText("Tip", { exact: true }).hover(); await tab.waitForTimeout(700); } });
