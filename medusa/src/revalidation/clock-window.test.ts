import { expect, it } from "vitest";
import { ClockWindow } from "./clock-window";

const at = (seconds: number) => 1_800_000_000_000 + seconds * 1_000;
const includes = ({ after, until }: { after: Date; until: Date }, time: number) =>
  after.getTime() < time && time <= until.getTime();

it("covers months after a start, and overlaps from then on", () => {
  const window = new ClockWindow();
  const first = window.next(at(0));
  expect(includes(first, at(-80 * 86_400))).toBe(true);
  window.finish(first);
  const second = window.next(at(5));
  expect(includes(second, at(-15))).toBe(true);
  expect(includes(second, at(-25))).toBe(false);
});

it("covers an undelivered span again", () => {
  const window = new ClockWindow();
  window.finish(window.next(at(0)));
  window.next(at(5));
  window.next(at(3_600));
  expect(includes(window.next(at(7_200)), at(1))).toBe(true);
});
