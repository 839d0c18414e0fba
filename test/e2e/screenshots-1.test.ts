import { testScreenshots } from "./screenshots.ts";

await testScreenshots(0, 4);
