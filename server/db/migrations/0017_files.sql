DROP INDEX "contacts_emails";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "named" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "files_to_look_at" ON "files" USING btree ("hash") WHERE not named;--> statement-breakpoint
CREATE INDEX "messages_files" ON "messages" USING gin (((jsonb_path_query_array(doc, '$.attachments[*].hash') || coalesce(doc->'rawHash', 'null'::jsonb))) jsonb_path_ops) WITH (fastupdate=false) WHERE not deleted;--> statement-breakpoint
CREATE INDEX "contacts_emails" ON "contacts" USING gin ((doc->'emails') jsonb_path_ops) WITH (fastupdate=false) WHERE not deleted;--> statement-breakpoint
ALTER TABLE "files" DROP COLUMN "size";