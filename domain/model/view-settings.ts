import * as z from 'zod/mini';
import { CustomViews } from './custom-view';
import { Id, SpaceId } from './ids';

/** The views one agent alone has, and the order in which all custom ones stand for them (VIEW-13): in their own space (K1), under their own id. */
export const ViewSettings = z.object({
  id: Id,
  space: SpaceId,
  own: CustomViews,
  /** Those it does not name come after, in the order they were made. */
  order: z.array(Id).check(z.maxLength(500)),
});
export type ViewSettings = z.infer<typeof ViewSettings>;
