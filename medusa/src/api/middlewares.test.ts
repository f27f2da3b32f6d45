import { expect, it } from "vitest";
import { limitPromotionCodes } from "./middleware/rate-limit";
import middlewares from "./middlewares";

it.each(["/store/carts", "/store/carts/:id", "/store/carts/:id/promotions"])(
  "promotion codes are limited wherever Medusa takes them: POST %s",
  (matcher) => {
    const handlers = (middlewares.routes ?? [])
      .filter((route) => route.matcher === matcher && route.methods?.includes("POST"))
      .flatMap((route) => route.middlewares);
    expect(handlers).toContain(limitPromotionCodes);
  },
);
