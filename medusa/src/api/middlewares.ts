import { defineMiddlewares } from "@medusajs/framework/http";
import { static as serveFolder } from "express";
import { env } from "../env";
import { setUploadHeaders } from "../http/uploads";
import { completeInTurn } from "./complete-in-turn";
import { answerError } from "./errors";
import * as credentials from "./guards/credentials";
import { keepGuest } from "./guards/guest-email";
import { requireSoundInput } from "./guards/input";
import { refuseLinksInNames } from "./guards/names";
import { requireOwnOrigin } from "./guards/origin";
import { requireOwnElsewhere, requireOwnInPath } from "./guards/ownership";
import { requireAllowedPassword } from "./guards/password";
import { requireAdminForPrivateFiles } from "./guards/private-files";
import { limit, limitAuth } from "./guards/rate-limit";
import { requireOwnAddress } from "./guards/registration";
import { useResetTokenOnce } from "./guards/reset-token";
import { announceCategory, announcePriceList, announceProducts, announceRegions } from "./silent-edits";

// The file module never reuses a name, so what it has once stored can be kept for good.
const serveUploads = serveFolder(env.uploadsDir, {
  immutable: true,
  maxAge: "1y",
  redirect: false,
  setHeaders: setUploadHeaders,
});

export default defineMiddlewares({
  errorHandler: answerError,
  routes: [
    { matcher: "/", middlewares: [requireSoundInput, requireOwnOrigin] },
    { matcher: "/static", middlewares: [requireAdminForPrivateFiles, serveUploads] },
    { matcher: "/admin", middlewares: [credentials.requireCurrentAdmin] },
    { matcher: "/cloud", middlewares: [credentials.requireCurrentCredentials] },
    { matcher: "/auth", middlewares: [limitAuth, credentials.requireCurrentForTokens] },
    { matcher: "/auth/:actor_type/:auth_provider", middlewares: [credentials.requireKnownActor] },
    {
      matcher: "/store",
      middlewares: [credentials.requireCustomerCredentials, requireOwnElsewhere, refuseLinksInNames],
    },
    { matcher: "/store/carts", methods: ["POST"], middlewares: [limit("cart")] },
    { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [limit("order")] },
    { matcher: "/store/carts/:id", middlewares: [requireOwnInPath("cart")] },
    { matcher: "/store/orders/:id", middlewares: [requireOwnInPath("order")] },
    { matcher: "/store/payment-collections/:id", middlewares: [requireOwnInPath("payment_collection")] },
    { matcher: "/store/carts/:id", methods: ["POST"], middlewares: [keepGuest] },
    { matcher: "/store/customers", methods: ["POST"], middlewares: [requireOwnAddress] },
    { matcher: "/auth/verification", middlewares: [credentials.refuseEverybody] },
    { matcher: "/auth/session", middlewares: [credentials.requireUser] },
    { matcher: "/auth/mfa", middlewares: [credentials.requireUser] },
    { matcher: "/auth/:actor_type/:auth_provider/register", middlewares: [requireAllowedPassword] },
    { matcher: "/auth/:actor_type/:auth_provider/update", middlewares: [useResetTokenOnce] },
    { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [completeInTurn] },
    {
      matcher: "/admin/product-categories/:id/products",
      methods: ["POST"],
      middlewares: [announceProducts, announceCategory],
    },
    { matcher: "/admin/sales-channels/:id/products", methods: ["POST"], middlewares: [announceProducts] },
    { matcher: "/admin/price-lists/:id", methods: ["POST"], middlewares: [announcePriceList] },
    { matcher: "/admin/price-preferences*", methods: ["POST", "DELETE"], middlewares: [announceRegions] },
    { matcher: "/admin/tax-r*", methods: ["POST", "DELETE"], middlewares: [announceRegions] },
  ],
});
