import * as z from 'zod/mini';

type Json = { [key: string]: unknown };

/** The form of a schema in lines, one a field: `delivery.text: string ≤240000`. Made for the eye of who changes it. */
export const wireForm = (schema: z.ZodMiniType): string[] => lines(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Json, '');

function lines(schema: Json, path: string): string[] {
  const members = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (members) {
    const kind = (member: Json) => Object.values((member.properties ?? {}) as Record<string, Json>).find((field) => 'const' in field)?.const;
    return members.flatMap((member, at) =>
      lines(member, members.length > 1 ? `${path}|${kind(member) ?? (at === 0 ? '' : (member.type ?? at))}` : path),
    );
  }
  if (schema.properties) {
    const required = new Set(schema.required as string[] | undefined);
    return Object.entries(schema.properties as Record<string, Json>).flatMap(([name, field]) =>
      lines(field, `${path}${path && '.'}${name}${required.has(name) ? '' : '?'}`),
    );
  }
  if (schema.items) return [...limits(schema, path), ...lines(schema.items as Json, `${path}[]`)];
  if (typeof schema.additionalProperties === 'object' && schema.additionalProperties !== null)
    return lines(schema.additionalProperties as Json, `${path}{${text(schema.propertyNames as Json | undefined)}}`);
  return [`${path}: ${text(schema)}`];
}

const limits = (schema: Json, path: string) => (schema.maxItems || schema.minItems ? [`${path}: ${text(schema)}`] : []);

function text(schema: Json | undefined): string {
  if (!schema) return '';
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return (schema.enum as unknown[]).join(' ');
  const { type, format, pattern, minLength, maxLength, minimum, maximum, exclusiveMinimum, minItems, maxItems } = schema;
  const least = minLength ?? minimum ?? minItems ?? (exclusiveMinimum === undefined ? undefined : `>${exclusiveMinimum}`);
  const most = maxLength ?? (maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum) ?? maxItems;
  const form = format ?? (typeof pattern === 'string' ? pattern : undefined);
  return [
    type ?? 'any',
    form,
    least === Number.MIN_SAFE_INTEGER || least === undefined ? undefined : `≥${least}`,
    most === undefined ? undefined : `≤${most}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}
