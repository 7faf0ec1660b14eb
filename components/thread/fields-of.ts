/** A form's answers out of its text, one "Label: value" a line as they are stored; `undefined` when the text is something else. */
export function fieldsOf(text: string): { label: string; value: string }[] | undefined {
  const fields: { label: string; value: string }[] = [];
  for (const line of text.split('\n')) {
    const match = /^([^:\n]{1,80}): ?(.*)$/.exec(line);
    const last = fields.at(-1);
    if (match?.[1] && !/^\s/.test(line)) fields.push({ label: match[1], value: match[2] ?? '' });
    else if (last) last.value += `\n${line.trimStart()}`;
    else return undefined;
  }
  return fields.length > 0 ? fields : undefined;
}
