ALTER TABLE "incoming_mails" ADD COLUMN "rfc_message_id" text;--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD COLUMN "refers_to" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "incoming_mails_waiting" ON "incoming_mails" USING btree ("rfc_message_id") WHERE state = 'waiting';