import "server-only";
import Bowser from "bowser";

/** "Firefox on Windows": how people tell their devices apart. */
export function nameDevice(userAgent: string): string {
  if (!userAgent) return "An unknown device";
  const { browser, os, platform } = Bowser.parse(userAgent);
  const system =
    os.name ?? (platform.vendor && platform.model ? `${platform.vendor} ${platform.model}` : null);
  if (!browser.name) return system ?? "An unknown device";
  return system ? `${browser.name} on ${system}` : browser.name;
}
