/** The files a row of `messages` names, as its index says it: attachments, and the mail as it came. */
export const filesOfRow = `(jsonb_path_query_array(doc, '$.attachments[*].hash') || coalesce(doc->'rawHash', 'null'::jsonb))`;
