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

/** The cookies that scripts may read; null where the browser refuses to say. */
export function listCookies(): string[] | null {
  try {
    return document.cookie.split("; ");
  } catch {
    return null;
  }
}

/**
 * Whether the browser keeps the shop's cookies. Secure ones over plain http are a matter of the browser: that is tried,
 * and leaves nothing behind.
 */
export function keepsCookies(isSecure: boolean): boolean {
  if (!navigator.cookieEnabled) return false;
  if (!isSecure || location.protocol === "https:") return true;
  const attributes = "; path=/; samesite=lax; secure";
  try {
    document.cookie = `cookie-probe=1${attributes}`;
    const cookies = listCookies();
    document.cookie = `cookie-probe=; max-age=0${attributes}`;
    // Kept from scripts is not kept from the server.
    return cookies === null || cookies.includes("cookie-probe=1");
  } catch {
    return true;
  }
}
