import { describe, expect, it } from "vitest";
import { emailChanged, passwordReset, resetUrl } from "./account";

const storefrontUrl = "https://shop.test";

describe("resetUrl", () => {
  it("links to the page of the shopper's country", () => {
    const url = resetUrl({ storefrontUrl, token: "a.b-c_d", country: "jp" });
    expect(url).toBe("https://shop.test/jp/reset-password?token=a.b-c_d");
  });

  it.each([undefined, "", "JP", "/evil.test", "..", "jp/..", ["jp"]])(
    "uses the default country instead of %j",
    (country) => {
      const url = resetUrl({ storefrontUrl, token: "t", country });
      expect(url).toBe("https://shop.test/us/reset-password?token=t");
    },
  );
});

describe("passwordReset", () => {
  it("contains the link in the text and in the HTML part", () => {
    const { text, html } = passwordReset("https://shop.test/us/reset-password?token=t");
    expect(text).toContain("Choose a new password:\nhttps://shop.test/us/reset-password?token=t\n");
    expect(html).toContain('href="https://shop.test/us/reset-password?token=t"');
  });
});

describe("emailChanged", () => {
  it("names the new address, as text only", () => {
    const { text, html } = emailChanged('"<b>"@shop.test');
    expect(text).toContain('now belongs to "<b>"@shop.test.');
    expect(html).not.toContain("<b>");
  });

  it("leaves out an address that looks like a URL", () => {
    expect(emailChanged("www.evil.example/x@shop.test").text).toContain("now belongs to another address.");
  });
});
