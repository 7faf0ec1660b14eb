import type { Locale } from '../../utils/i18n/locale';
import { translate } from '../../utils/i18n/translate';
import { oneLine } from '../../utils/text/one-line';
import type { Letter } from './compose-notice';
import type { StopNotice } from './notice-queue';

/** Which channel, since when, and who can mend it (CHN-4). It is the hub's own mail: it goes by no channel, least of all by this one. */
export function letterOfStop({ agent, locale, stopped, isMember, timeZone }: StopNotice, hub: string): Letter {
  const params = { address: oneLine(stopped.address, 320), inbox: oneLine(stopped.inboxName, 200), since: moment(locale, stopped.since, timeZone) };
  return {
    head: translate(locale, 'stopMailHead', params),
    title: '',
    quote: '',
    more: `${translate(locale, 'stopMailSince', params)} ${translate(locale, isMember ? 'stopMailMend' : 'stopMailAsk', params)}`,
    link: undefined,
    why: translate(locale, 'stopMailWhy', { hub }),
    thread: `channel.${stopped.id}.${agent.id}`,
  };
}

/** With its zone: the reader's clock is known only where they have said it for their quiet hours. */
const moment = (locale: Locale, at: number, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
    timeZone,
  }).format(at);
