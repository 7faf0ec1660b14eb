/** Order of a first sync (K7): what is open in the views comes first, then everything else; each newest first. Also the index's expressions. */
export const bootstrapRank = `(case when doc->>'status' = 'open' and doc->>'trashed' is null and doc->>'spam' is null then 0 else 1 end)`;
export const newestAt = `(coalesce((doc->>'lastInboundAt')::bigint, (doc->>'lastOutboundAt')::bigint, (doc->>'createdAt')::bigint))`;
