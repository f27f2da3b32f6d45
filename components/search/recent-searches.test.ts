import { beforeEach, expect, test, vi } from "vitest";
import {
  addRecentSearch,
  parseRecentSearches,
  readRecentSearches,
  storeRecentSearch,
} from "./recent-searches";

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal("window", {
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => stored.set(key, text),
      removeItem: (key: string) => stored.delete(key),
    },
  });
});

test("The newest search is first, each is kept once, and five at most", () => {
  const searched = ["wool", "rain", "Wool", "plum", "silk", "print", "hat"];
  expect(searched.reduce<string[]>(addRecentSearch, [])).toEqual(["hat", "print", "silk", "plum", "Wool"]);
});

test("What one person has searched is shown to nobody else, and is gone afterwards", () => {
  storeRecentSearch("ida", "wool");
  expect(readRecentSearches("ida")).toEqual(["wool"]);
  expect(readRecentSearches(null)).toEqual([]);
  expect(readRecentSearches("ida")).toEqual([]);
  storeRecentSearch(null, "rain");
  expect(readRecentSearches("ida")).toEqual([]);
});

test("A browser that blocks storage remembers nothing, without an error", () => {
  vi.stubGlobal("window", {});
  storeRecentSearch(null, "wool");
  expect(readRecentSearches(null)).toEqual([]);
});

test.each([null, "", "{", "null", "1", '{"texts":{}}', '{"owner":1,"texts":[1,null,{}]}'])(
  "What is stored as %j is nothing",
  (stored) => {
    expect(parseRecentSearches(stored)).toEqual({ owner: null, texts: [] });
  },
);
