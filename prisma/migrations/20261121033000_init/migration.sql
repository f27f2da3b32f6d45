-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "customerId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "confirmations" TIMESTAMPTZ(3)[],
    "medusaToken" TEXT NOT NULL,
    "medusaTokenExpiresAt" TIMESTAMPTZ(3) NOT NULL,
    "tokenRenewalAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL,
    "addressHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedReason" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomerCart" (
    "customerId" TEXT NOT NULL,
    "cartId" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CustomerCart_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "customerId" TEXT,
    "sessionId" UUID,
    "orderId" TEXT,
    "cartHash" TEXT,
    "addressHash" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Session_customerId_idx" ON "Session"("customerId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "CustomerCart_cartId_key" ON "CustomerCart"("cartId");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "AuditEvent_type_at_idx" ON "AuditEvent"("type", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_customerId_at_idx" ON "AuditEvent"("customerId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_orderId_idx" ON "AuditEvent"("orderId");


-- The audit log is append-only, for this application as for anybody with its password. Not expressible in the schema.
CREATE FUNCTION "refuseAuditEventChange"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'AuditEvent is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Per statement, so that TRUNCATE and statements that match no row are refused as well.
CREATE TRIGGER "AuditEvent_append_only"
    BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditEventChange"();

-- ALWAYS: session_replication_role = replica must not switch it off.
ALTER TABLE "AuditEvent" ENABLE ALWAYS TRIGGER "AuditEvent_append_only";
