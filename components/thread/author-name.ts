import type { Agent } from '../../domain/model/agent';
import type { Id } from '../../domain/model/ids';
import type { Author } from '../../domain/model/message';
import type { Text } from '../../utils/i18n/text';

/** Who wrote it, in words: contacts in full, colleagues by their name, machines by what they are. */
export function authorName(author: Author, agents: ReadonlyMap<Id, Agent>, { t }: Text): string {
  switch (author.kind) {
    case 'contact':
      return author.name || author.address || t('someone');
    case 'agent':
      return agents.get(author.agentId)?.name ?? t('formerColleague');
    case 'bot':
      return t('botNamed', { name: author.name });
    case 'team':
      return author.name || author.address;
    case 'system':
      return t('appName');
    default:
      return author satisfies never;
  }
}
