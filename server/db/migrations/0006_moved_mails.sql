DROP INDEX "incoming_mails_due";--> statement-breakpoint
DROP INDEX "incoming_mails_next";--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD COLUMN "became" jsonb;--> statement-breakpoint
CREATE INDEX "incoming_mails_next" ON "incoming_mails" USING btree ("rank","received_at","id") WHERE state = 'waiting';