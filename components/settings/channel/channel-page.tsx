import { Lock } from 'lucide-react';
import { inUse } from '../../../domain/channel/in-use';
import type { Channel } from '../../../domain/model/channel';
import { useText } from '../../../utils/i18n/use-text';
import { hashOf } from '../../page/hash-place';
import { useWorkspace } from '../../panel/workspace-context';
import { Icon } from '../../ui/icon';
import type { SectionProps } from '../section';
import { SectionHeading } from '../section-heading';
import { Automation } from './automation';
import './channel.css';
import { useMaySetUp } from '../../panel/use-may-set-up';
import { Configuration } from './configuration';
import { MailboxStanding } from './mailbox-standing';
import { StandingLine } from './standing-line';

/** A channel's details (CHN-3, CHN-7) and the way to its conversations: `#/channel/<id>`, and `#/channel/<id>/automation`. */
export function ChannelPage({ args }: SectionProps) {
  const { t } = useText();
  const { channels } = useWorkspace();
  const [channelId, tab] = args;
  const channel = channels.find((one) => one.id === channelId && inUse(one));
  if (channel) return <Details key={channel.id} channel={channel} automation={tab === 'automation'} />;
  return (
    <>
      <SectionHeading title={t('chnNotHere')} />
      <p className="settings-body text-ink-2">{t('chnNotHereWhy')}</p>
    </>
  );
}

function Details({ channel, automation }: { channel: Channel; automation: boolean }) {
  const { t, plural } = useText();
  const { members, inboxes } = useWorkspace();
  const { may } = useMaySetUp();
  const { id, address, mailbox } = channel;
  const agents = members.filter(({ inboxId, inactive }) => inboxId === channel.inboxId && !inactive).length;
  const tab = (href: string, label: string, on: boolean) => (
    <a className={`tab no-underline ${on ? 'on' : ''}`} href={href} aria-current={on ? 'page' : undefined}>
      {label}
    </a>
  );
  return (
    <>
      <SectionHeading title={address ?? channel.name}>
        {address !== null && (
          <span className="flex flex-wrap gap-x-3 gap-y-0.5">
            <StandingLine channel={channel} />
            <span>{plural('chnTeamAddress', agents)}</span>
          </span>
        )}
        {inboxes.some(({ id: mine }) => mine === channel.inboxId) && (
          <a className="btn line mt-2 no-underline" href={`/inbox.html${hashOf({ inboxId: channel.inboxId, view: 'open', openId: undefined })}`}>
            {t('chnShowConversations')}
          </a>
        )}
      </SectionHeading>
      <nav className="tabs chn-tabs" aria-label={t('chnTabs')}>
        {address !== null && tab(`#/channel/${id}`, t('chnConfiguration'), !automation)}
        {tab(`#/channel/${id}/automation`, t('chnAutomation'), automation || address === null)}
      </nav>
      {!may && (
        <p className="chn-why">
          <Icon of={Lock} size={14} />
          {t('chnNotYours')}
        </p>
      )}
      {mailbox && <MailboxStanding channel={channel} mailbox={mailbox} may={may} />}
      {automation || address === null ? <Automation channel={channel} may={may} /> : <Configuration channel={channel} address={address} may={may} />}
    </>
  );
}
