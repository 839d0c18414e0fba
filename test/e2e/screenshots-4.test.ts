import { testScreenshots } from "./screenshots.ts";

await testScreenshots(3, 4);
