CREATE TABLE "read_marks" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "read_marks_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "read_marks_alive" ON "read_marks" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "read_marks_pull" ON "read_marks" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "read_marks_pruning" ON "read_marks" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "read_marks_conversation" ON "read_marks" USING btree (within) WHERE not deleted;