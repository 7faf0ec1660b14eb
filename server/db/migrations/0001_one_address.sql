DROP INDEX "channels_address";--> statement-breakpoint
CREATE UNIQUE INDEX "channels_address" ON "channels" USING btree ((doc->>'address')) WHERE not deleted;