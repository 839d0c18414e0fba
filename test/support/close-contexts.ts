import { afterAll } from "vitest";
import { closeContexts } from "./shared-browser.ts";

// A setup file runs again for each test file, unlike the modules that the files import.
afterAll(closeContexts);
