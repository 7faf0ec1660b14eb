import * as z from 'zod/mini';

type Schema = z.ZodMiniType;
const kept = z.unknown();
/** Of a schema's definition what is looked at here. */
interface Definition {
  shape?: Record<string, Schema>;
  options?: readonly Schema[];
  element?: Schema;
  innerType?: Schema;
  valueType?: Schema;
  checks?: readonly { _zod: { def: { check: string } } }[];
}

/**
 * The same schema for who reads what a newer one wrote: fields it does not know are kept as they are, and nothing is too long. What a value is, and what
 * it may be one of, stays as strict as it was. For answers alone: whoever writes holds to the schema itself (0050).
 */
export function readingOf<Read>(schema: z.ZodMiniType<Read>): z.ZodMiniType<Read> {
  const definition = schema._zod.def as unknown as Definition;
  const { shape, options, element, innerType, valueType, checks } = definition;
  return schema.clone({
    ...definition,
    ...(shape && { shape: Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, readingOf(field)])), catchall: kept }),
    ...(options && { options: options.map((option) => readingOf(option)) }),
    ...(element && { element: readingOf(element) }),
    ...(innerType && { innerType: readingOf(innerType) }),
    ...(valueType && { valueType: readingOf(valueType) }),
    ...(checks && { checks: checks.filter(({ _zod }) => _zod.def.check !== 'max_length') }),
  } as never);
}
