"use client";

import { useEffect, useState } from "react";
import type { Suggestions } from "@/lib/catalog/suggestions";

/** Milliseconds between the last key and the request. */
const PAUSE = 120;

type Answer = { text: string; suggestions: Suggestions | null };

/**
 * Asks for suggestions while somebody types. The last ones stay until the next ones are there.
 * @returns `isLoading`: whether they belong to an earlier text; `hasFailed`: whether there was no answer to this one
 */
export function useSuggestions(
  country: string,
  text: string,
): { suggestions: Suggestions | null; isLoading: boolean; hasFailed: boolean } {
  const [answer, setAnswer] = useState<Answer>({ text: "", suggestions: null });
  useEffect(() => {
    if (text === "") return;
    const controller = new AbortController();
    const ask = async () => {
      const suggestions = await fetchSuggestions(country, text, controller.signal);
      if (!controller.signal.aborted) setAnswer({ text, suggestions });
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [country, text]);
  if (text === "") return { suggestions: null, isLoading: false, hasFailed: false };
  const isLoading = answer.text !== text;
  return { suggestions: answer.suggestions, isLoading, hasFailed: !isLoading && !answer.suggestions };
}

/** Null after an error. */
async function fetchSuggestions(
  country: string,
  q: string,
  signal: AbortSignal,
): Promise<Suggestions | null> {
  const query = new URLSearchParams({ country, q });
  try {
    const result = await fetch(`/api/suggest?${query}`, { cache: "no-store", signal });
    return result.ok ? ((await result.json()) as Suggestions) : null;
  } catch {
    return null;
  }
}
