import { testScreenshots } from "./screenshots.ts";

await testScreenshots(1, 4);
