import type { ArgsOf, MutationName } from '../../domain/mutations';
import { customViewsOf } from '../../domain/view/custom-views-of';
import type { Sight } from './mutation-args';

type Drawn<N extends MutationName> = (sight: Sight) => Promise<ArgsOf<N> | undefined>;

/** A custom view one sees, or none. */
async function known({ random, rows, agentId }: Sight) {
  const settings = (await rows('viewSettings')).find(({ id }) => id === agentId);
  return random.find((await rows('inboxes')).flatMap((inbox) => customViewsOf(inbox, settings)));
}

const saveView: Drawn<'saveView'> = async (sight) => {
  const { random } = sight;
  const view = random.chance(0.5) ? await known(sight) : undefined;
  const inboxId = view?.inboxId ?? random.find(await sight.rows('inboxes'))?.id;
  if (!inboxId) return undefined;
  const tag = random.find((await sight.rows('workspaces')).flatMap(({ tags = [] }) => tags));
  const filter = random.pick([
    { states: ['open' as const] },
    { states: ['open' as const, 'snoozed' as const, 'closed' as const], owners: ['me' as const, 'nobody' as const] },
    { states: ['closed' as const], words: 'kari' },
    { states: ['open' as const, 'closed' as const], ...(tag && { tags: [tag.id] }) },
  ]);
  return { inboxId, viewId: view?.id ?? sight.newId(), name: random.pick(['VIP', 'Waiting', 'Old']), filter, shared: random.chance(0.5) };
};

const removeView: Drawn<'removeView'> = async (sight) => {
  const view = await known(sight);
  return view && { inboxId: view.inboxId, viewId: sight.random.chance(0.9) ? view.id : sight.newId() };
};

const orderViews: Drawn<'orderViews'> = async (sight) => {
  const inbox = sight.random.find(await sight.rows('inboxes'));
  const settings = (await sight.rows('viewSettings')).find(({ id }) => id === sight.agentId);
  const views = inbox ? customViewsOf(inbox, settings) : [];
  return views.length > 0 ? { viewIds: views.map(({ id }) => id).reverse() } : undefined;
};

/** Arguments for what is done to custom views. */
export const viewArgs = { saveView, removeView, orderViews };
