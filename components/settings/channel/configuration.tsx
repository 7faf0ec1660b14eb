import { Lock } from 'lucide-react';
import { useId, useState } from 'react';
import { otherHosted } from '../../../domain/channel/other-hosted';
import { fromOf, setsFromName } from '../../../domain/mail/from-of';
import type { Channel } from '../../../domain/model/channel';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import { mutate } from '../../../utils/store/mutate';
import { refusalWords } from '../../actions/refusal-words';
import { useNudge } from '../../panel/use-nudge';
import { useWorkspace } from '../../panel/workspace-context';
import { Icon } from '../../ui/icon';
import { useSay } from '../../ui/live-region';
import { useKeptDraft } from '../use-kept-draft';
import { changedFields, type Editable } from './changed-fields';
import { DisconnectDialog } from './disconnect-dialog';
import { Forwarding } from './forwarding';
import { MailPreview } from './mail-preview';
import { NoFromName } from './no-from-name';
import { RemoveAddressDialog } from './remove-address-dialog';
import { settingsOfChannel } from './settings-of-channel';
import { SignatureField } from './signature-field';
import { TextField } from './text-field';
import { useHostedDomain } from './use-hosted-domain';

/** How mail from this address presents itself (CHN-3): from name, company, signature, and beside it what that looks like. */
export function Configuration({ channel, address, may }: { channel: Channel; address: string; may: boolean }) {
  const text = useText();
  const { t } = text;
  const { db, connection, agents, channels, me } = useWorkspace();
  const id = useId();
  const nudge = useNudge();
  const say = useSay();
  const [draft, setDraft] = useKeptDraft<Editable>(`channel/${connection.id}/${channel.id}`, (typed) => changedFields(channel, typed).length > 0);
  const [problem, setProblem] = useState('');
  const [removing, setRemoving] = useState(false);
  const [disconnecting, setDisconnecting] = useState(false);
  const shown = { ...channel, ...draft, address };
  const changed = changedFields(channel, draft);
  const set = (change: typeof draft) => may && setDraft({ ...draft, ...change });
  const agent = agents.get(me) ?? { name: '' };
  // Without one of the hub's domain as it is now, the inbox could be left with addresses that reach nobody.
  const domain = useHostedDomain(may && otherHosted(channel, channels) !== undefined);
  const other =
    domain &&
    otherHosted(
      channel,
      channels.filter((one) => one.address?.endsWith(`@${domain}`)),
    );
  const signedIn = channel.mailbox && channel.mailbox.standing.state !== 'signed-out';

  const save = async () => {
    const settings = { ...settingsOfChannel(channel), ...draft, companyName: shown.companyName.trim() };
    const { refused } = await mutate(db, 'updateChannel', { ...settings, channelId: channel.id });
    setProblem(refused ? refusalWords(text, refused) : '');
    if (refused) return;
    nudge();
    setDraft(undefined);
    say(t('chnSaved'));
  };
  const fromName = (value: Channel['fromName'], label: string) => (
    <label className="pick">
      <input type="radio" name={`${id}-from`} checked={shown.fromName === value} aria-disabled={!may} onChange={() => set({ fromName: value })} />
      <span className="min-w-0 wrap-anywhere">
        {label}
        <span className="block text-xs text-ink-3">{fromOf({ ...shown, fromName: value }, agent).name}</span>
      </span>
    </label>
  );
  return (
    <>
      {!channel.mailbox && <Forwarding channel={channel} address={address} may={may} />}
      <div className="chn-body">
        <div className="chn-form">
          {setsFromName(channel) ? (
            <>
              <fieldset>
                <legend className="label">{t('chnFromName')}</legend>
                {fromName('agent-and-company', t('chnFromAgent'))}
                {fromName('company', t('chnFromCompany'))}
              </fieldset>
              <TextField
                className="mt-4"
                label={t('chnCompany')}
                value={shown.companyName}
                onChange={(companyName) => set({ companyName })}
                readOnly={!may}
                help={shown.companyName.trim() === '' ? t('chnNoCompany', { address: channel.name }) : undefined}
                maxLength={200}
              />
            </>
          ) : (
            <NoFromName />
          )}
          <div className="mt-4">
            <label className="label" htmlFor={`${id}-address`}>
              {t('chnFromAddress')}
            </label>
            <div className="field quiet">
              <Icon of={Lock} size={14} />
              <input id={`${id}-address`} readOnly value={address} aria-describedby={`${id}-address-help`} />
            </div>
            <p className="help" id={`${id}-address-help`}>
              {t('chnFromAddressHelp')}
            </p>
          </div>
          <SignatureField html={shown.signatureHtml} may={may} onChange={(signatureHtml) => set({ signatureHtml })} />
        </div>
        <MailPreview channel={shown} />
      </div>
      {may && (
        <div className="chn-bar">
          <button type="button" className="btn fill" aria-disabled={changed.length === 0} onClick={() => changed.length > 0 && void save()}>
            {t('chnSave')}
          </button>
          {changed.length > 0 && (
            <>
              <button type="button" className="btn" onClick={() => setDraft(undefined)}>
                {t('chnUndoChanges')}
              </button>
              <span className="text-xs text-ink-3">
                {t('chnChanged', {
                  what: new Intl.ListFormat(text.locale).format(changed.map((field) => t(`chnChanged_${field}` as MessageKey))),
                })}
              </span>
            </>
          )}
          {problem && (
            <span className="text-late" role="alert">
              {problem}
            </span>
          )}
          <span className="grow" />
          {other && (
            <button type="button" className="btn danger" onClick={() => setRemoving(true)}>
              {t('chnRemove')}
            </button>
          )}
          {signedIn && (
            <button type="button" className="btn danger" onClick={() => setDisconnecting(true)}>
              {t('chnDisconnect')}
            </button>
          )}
        </div>
      )}
      {removing && other && (
        <RemoveAddressDialog
          channel={channel}
          address={address}
          other={other}
          onRemoved={() => setDraft(undefined)}
          onClose={() => setRemoving(false)}
        />
      )}
      {disconnecting && <DisconnectDialog channel={channel} onClose={() => setDisconnecting(false)} />}
    </>
  );
}
