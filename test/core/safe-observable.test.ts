import { Text } from "runlet";
import { mount } from "runlet/testing";
import { filter, map, Observable, Subject, take, tap } from "rxjs";
import { describe, expect, test } from "vitest";

const fail = (): never => {
  throw new Error("oops");
};

describe("an Observable of a control", () => {
  /** Sets a property twice, and returns the errors that page.onError received. */
  async function observable(subscribe: (value$: Observable<string>) => unknown): Promise<string[]> {
    const received: string[] = [];
    const text = new Text({ value: "a" });
    const h = mount((page) => {
      page.onError = ({ error, where }) => received.push(`${(error as Error).message}: ${where.kind} ${where.name}`);
      page.add(text);
    });
    subscribe(text.changes("value"));
    for (const value of ["b", "c"]) {
      text.value = value;
      await h.flush();
    }
    await h.unmount();
    return received;
  }
  const line = "oops: observable value";

  test("reports each error of a subscriber, and calls it again", async () => {
    expect(await observable((value$) => value$.subscribe(fail))).toEqual([line, line]);
    expect(await observable((value$) => value$.subscribe({ next: fail }))).toEqual([line, line]);
  });

  test("calls other subscribers after an error", async () => {
    const seen: string[] = [];
    await observable((value$) => {
      value$.subscribe(fail);
      value$.subscribe((value) => seen.push(value));
    });
    expect(seen).toEqual(["b", "c"]);
  });

  test("reports the rejection of an async subscriber", async () => {
    expect(await observable((value$) => value$.subscribe(async () => fail()))).toEqual([line, line]);
  });

  test("reports errors behind operators, and errors of operators", async () => {
    const behind = (value$: Observable<string>) =>
      value$.pipe(
        map((value) => value.length),
        filter(Boolean),
      );
    expect(await observable((value$) => behind(value$).subscribe(fail))).toEqual([line, line]);
    // The error ends the Observable that the operator returned.
    expect(await observable((value$) => value$.pipe(tap(fail)).subscribe())).toEqual([line]);
    expect(await observable((value$) => value$.pipe(tap(fail)).subscribe({ error: fail }))).toEqual([line]);
  });

  test("does not report an error of an operator that a subscriber handles", async () => {
    const seen: unknown[] = [];
    const error = (thrown: Error) => void seen.push(thrown.message);
    expect(await observable((value$) => value$.pipe(tap(fail)).subscribe({ error }))).toEqual([]);
    expect(await observable((value$) => value$.pipe(tap(fail)).subscribe(null, error))).toEqual([]);
    expect(seen).toEqual(["oops", "oops"]);
  });

  test("works with observers, Subjects and completion like any Observable", async () => {
    const seen: string[] = [];
    const subject = new Subject<string>();
    subject.subscribe((value) => seen.push(`subject ${value}`));
    class Own {
      readonly name = "own";
      next(value: string): void {
        seen.push(`${this.name} ${value}`);
      }
      complete(): void {
        seen.push(`${this.name} ends`);
      }
    }
    await observable((value$) => {
      expect(value$).toBeInstanceOf(Observable);
      value$.subscribe(subject);
      value$.pipe(take(1)).subscribe(new Own());
      value$.subscribe((value) => seen.push(`ended ${value}`)).unsubscribe();
    });
    expect(seen).toEqual(["subject b", "own b", "own ends", "subject c"]);
    expect(await observable((value$) => value$.pipe(take(1)).subscribe({ complete: fail }))).toEqual([line]);
  });
});
