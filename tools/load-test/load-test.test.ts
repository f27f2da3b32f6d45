import { describe, expect, it } from "vitest";
import { parseLoadTest } from "./load-test";

const read = (...args: string[]) => parseLoadTest(args);

describe("the options of the load test", () => {
  it("have defaults, and a new seed each time", () => {
    const { seed, ...rest } = read();
    expect(rest).toEqual({ shoppers: 200, seconds: 120, instances: 2 });
    expect(seed).not.toBe(read().seed);
  });

  it("say how many, how long, where, with what seed and where to", () => {
    const args = [
      "--shoppers=7",
      "--minutes",
      "3",
      "--instances",
      "1",
      "--seed",
      "0",
      "--json",
      "/tmp/h.json",
    ];
    const size = { shoppers: 7, seconds: 180, instances: 1, seed: 0 };
    expect(read(...args)).toEqual({ ...size, json: "/tmp/h.json" });
    expect(read("--seconds", "20")).toMatchObject({ seconds: 20 });
  });

  it.each([
    ["--shoppers", "0"],
    ["--shoppers", "1001"],
    ["--minutes", "31"],
    ["--seconds", "1.5"],
    ["--instances", "3"],
    ["--seed", "many"],
    ["--seed", ""],
  ])("are refused: %s %s", (option, text) => {
    expect(() => read(option, text)).toThrow(`${option} is "${text}".`);
  });

  it("are refused when they contradict each other, or are none", () => {
    expect(() => read("--minutes", "1", "--seconds", "9")).toThrow("Both");
    expect(() => read("--url", "https://shop.example")).toThrow("--url");
  });
});
