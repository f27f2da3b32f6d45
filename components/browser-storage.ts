/** Browsers that block storage throw on any access, and some have no BroadcastChannel; these wrappers do not throw. */
type StorageName = "localStorage" | "sessionStorage";

/** Reads a text; null if there is none or storage is blocked. */
export function readStored(storage: StorageName, key: string): string | null {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text, or deletes it for null. @returns whether that worked */
export function writeStored(storage: StorageName, key: string, text: string | null): boolean {
  try {
    if (text === null) window[storage].removeItem(key);
    else window[storage].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** A channel to the shop's other tabs; null if the browser has none. */
export function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/** The cookies that scripts may read; null if the browser refuses. */
export function listCookies(): string[] | null {
  try {
    return document.cookie.split("; ");
  } catch {
    return null;
  }
}

/** Whether the browser keeps the shop's cookies. Secure ones over plain http depend on the browser: a test cookie tells. */
export function keepsCookies(isSecure: boolean): boolean {
  if (!navigator.cookieEnabled) return false;
  if (!isSecure || location.protocol === "https:") return true;
  const attributes = "; path=/; samesite=lax; secure";
  try {
    document.cookie = `cookie-probe=1${attributes}`;
    const cookies = listCookies();
    document.cookie = `cookie-probe=; max-age=0${attributes}`;
    // If scripts may not read cookies, the server may still get them.
    return cookies === null || cookies.includes("cookie-probe=1");
  } catch {
    return true;
  }
}
