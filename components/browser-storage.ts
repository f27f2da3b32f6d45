/** Browsers that are told to keep nothing throw at the very mention of these, and some have no channel between tabs. */
type StorageName = "localStorage" | "sessionStorage";

/** @returns null where nothing is kept, or nothing may be */
export function readStored(storage: StorageName, key: string): string | null {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text, or with null takes it away. @returns whether it is kept */
export function writeStored(storage: StorageName, key: string, text: string | null): boolean {
  try {
    if (text === null) window[storage].removeItem(key);
    else window[storage].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** A channel to the shop's other tabs; null where the browser gives none. */
export function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/** The cookies that scripts may read; none where the browser refuses to say. */
export function listCookies(): string[] {
  try {
    return document.cookie.split("; ");
  } catch {
    return [];
  }
}

/** Whether the browser keeps a cookie of this site's, or a secure one. Leaves none behind. */
export function keepsCookies(isSecure: boolean): boolean {
  const attributes = `; path=/; samesite=lax${isSecure ? "; secure" : ""}`;
  try {
    document.cookie = `cookie-probe=1${attributes}`;
    const isKept = listCookies().includes("cookie-probe=1");
    document.cookie = `cookie-probe=; max-age=0${attributes}`;
    return isKept;
  } catch {
    // Kept from scripts is not kept from the server.
    return true;
  }
}
