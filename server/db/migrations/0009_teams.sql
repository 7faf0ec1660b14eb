CREATE TABLE "teams" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "teams_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "teams_alive" ON "teams" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "teams_pull" ON "teams" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "teams_pruning" ON "teams" USING btree ("deleted_at") WHERE deleted;