import type { Page } from "runlet";
import { mount } from "runlet/testing";

/** Returns the messages of the errors that are reported to the page while `main` runs and its changes are shown. */
export async function reported(main: (page: Page) => void): Promise<string[]> {
  const messages: string[] = [];
  const h = mount((page) => {
    page.onError = ({ error }) => messages.push((error as Error).message);
    main(page);
  });
  await h.flush();
  await h.unmount();
  return messages;
}
