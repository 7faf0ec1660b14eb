import { useState } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { commands, fixedKeys } from '../../actions/commands';
import { withUsualKey } from '../../actions/key-choices';
import { keepKeyChoices, useKeys } from '../../actions/keys-provider';
import { useSay } from '../../ui/live-region';
import { SectionHeading } from '../section-heading';
import { CommandKey } from './command-key';

/** Every key, and another one for each that can have it (ALL-2); it holds at once, in every page of this device. */
export function KeyboardPage() {
  const { t } = useText();
  const say = useSay();
  const { choices, cap } = useKeys();
  const [listening, setListening] = useState<string>();
  const changed = Object.keys(choices).length > 0;
  return (
    <>
      <SectionHeading title={t('settingsKeyboard')}>{t('settingsKeyboardLead')}</SectionHeading>
      <div className="settings-body">
        <section aria-labelledby="keys-changeable">
          <div className="flex items-center gap-2">
            <h2 className="grow" id="keys-changeable">
              {t('settingsKeysYours')}
            </h2>
            {changed && (
              <button
                type="button"
                className="btn line"
                onClick={() => {
                  setListening(undefined);
                  void keepKeyChoices({});
                  say(t('settingsKeysAllUsual'));
                }}
              >
                {t('settingsKeysResetAll')}
              </button>
            )}
          </div>
          <ul className="settings-lines">
            {commands.map((command) => (
              <CommandKey
                key={command.id}
                command={command}
                listening={listening === command.id}
                onListen={(on) => setListening(on ? command.id : undefined)}
                onReset={() => void keepKeyChoices(withUsualKey(choices, command))}
              />
            ))}
          </ul>
        </section>
        <section aria-labelledby="keys-fixed">
          <h2 id="keys-fixed">{t('settingsKeysFixed')}</h2>
          <ul className="settings-lines">
            {fixedKeys.map(({ key, label }) => (
              <li key={key} className="settings-line">
                <span className="grow">{t(label)}</span>
                <kbd className="kbd">{cap(key)}</kbd>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
