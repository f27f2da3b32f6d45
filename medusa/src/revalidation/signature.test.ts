import { describe, expect, it } from "vitest";
import { signedHeaders } from "./signature";

const body = '{"events":[{"type":"product","id":"prod_1"}]}';

describe("signedHeaders", () => {
  it("signs timestamp and body with HMAC-SHA256", () => {
    // printf '1700000000.%s' "$body" | openssl dgst -sha256 -hmac secret
    expect(signedHeaders(body, "secret", 1_700_000_000)).toEqual({
      "content-type": "application/json",
      "x-cloakroom-timestamp": "1700000000",
      "x-cloakroom-signature": "0604011f67e6c1886dc402fefb5186f4b8bcc76486db858b641a6cab75520c64",
    });
  });

  it("changes with every part that is signed", () => {
    const signature = (text: string, secret: string, time: number) =>
      signedHeaders(text, secret, time)["x-cloakroom-signature"];
    const all = [
      signature(body, "secret", 1),
      signature(body, "secret", 2),
      signature(body, "other", 1),
      signature(`${body} `, "secret", 1),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
