import { CircleAvatar, Column, Container, Icon, Icons, CupertinoIcons, Image, Placeholder, ProgressBar, ProgressRing, Row, Text, type Page, FilledButton } from "runlet";
import { shoot } from "./tmp-shot.ts";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80" width="120" height="80"><rect width="120" height="80" fill="#8ecae6"/><circle cx="90" cy="20" r="12" fill="#ffb703"/><path d="M0 80 40 30 70 65 90 45 120 80Z" fill="#219ebc"/></svg>';
const sign = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24"><path d="M12 2 2 22h20z"/></svg>';
await shoot((page: Page) => {
  page.add(
    new Row({ spacing: 12, controls: [
      new Icon({ name: Icons.homeOutlined }), new Icon({ name: "favorite", color: "red500", size: 36 }), new Icon({ name: Icons.tenK, size: 40, color: "primary" }),
      new Icon({ name: CupertinoIcons.bars, size: 36 }), new Icon({ name: CupertinoIcons.gearAlt, size: 36 }), new Icon({ name: "maps_ugc_outlined", size: 48 }), new Icon({ name: "admin_panel_settings_outlined", size: 48 }), new Icon({ name: "fact_check_outlined", size: 48 }), new Icon({name:"star", size:48, color:"amber", shadows:{ blurRadius: 4, offset: {x:2,y:2}}}), new Icon({ name: "accessible_sharp", size: 48 }),
      new FilledButton({ content: "Save", icon: new Icon({ name: "save" }) }),
    ] }),
    new ProgressBar({ value: 0.4 }), new ProgressBar({ }), new ProgressBar({ value: 0.6, year2023: false }), new ProgressBar({ year2023: false }), new ProgressBar({ value: 0.6, barHeight: 12, borderRadius: 6, color: "tertiary", width: 300 }),
    new Row({ spacing: 16, controls: [new ProgressRing({ value: 0.7 }), new ProgressRing(), new ProgressRing({ value: 0.7, year2023: false }), new ProgressRing({ year2023: false }), new ProgressRing({ value: 0.3, width: 80, height: 80, strokeWidth: 10, bgcolor: "surfacecontainerhighest", strokeCap: "round" })] }),
    new Row({ spacing: 16, controls: [new CircleAvatar({ content: "AB" }), new CircleAvatar({ content: new Icon({ name: "person" }), radius: 30, bgcolor: "tertiarycontainer", color: "ontertiarycontainer" }), new CircleAvatar({ foregroundImageSrc: svg, content: "X", radius: 30 }), new CircleAvatar({ backgroundImageSrc: svg, content: "BG", radius: 30 }), new CircleAvatar({ content: "Err", foregroundImageSrc: "/nothing.png", onImageError: ({ data }) => console.log("imageError", data) })] }),
    new Row({ spacing: 16, controls: [new Image({ src: svg }), new Image({ src: svg, width: 80, height: 80, fit: "cover", borderRadius: 12 }), new Image({ src: svg, width: 80, height: 80, fit: "contain" }), new Image({ src: svg, width: 80, height: 80, fit: "fitHeight" }), new Image({ src: svg, width: 80, height: 80, fit: "fitWidth" }), new Image({ src: svg, width: 80, height: 80, fit: "fill", color: "red500", colorBlendMode: "multiply" }), new Image({ src: sign, width: 48, height: 48, fit: "contain", color: "primary" }), new Image({ src: sign, width: 80, height: 80, repeat: "repeat", color: "tertiary" }), new Image({ src: "/gone.png", width: 80, height: 80, errorContent: new Icon({ name: "broken_image" }) })] }),
    new Row({ spacing: 16, controls: [new Placeholder({ width: 120, height: 80 }), new Placeholder({ fallbackWidth: 200, fallbackHeight: 60, content: new Text({ value: "here" }), color: "primary" })] }),
  );
}, "a", { dark: true, width: 1000 });
