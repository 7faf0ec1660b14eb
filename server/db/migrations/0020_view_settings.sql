CREATE TABLE "view_settings" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "view_settings_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "view_settings_alive" ON "view_settings" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "view_settings_pull" ON "view_settings" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "view_settings_pruning" ON "view_settings" USING btree ("deleted_at") WHERE deleted;