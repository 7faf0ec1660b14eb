import { languageNames, locales } from '../../../utils/i18n/locale';
import { useText } from '../../../utils/i18n/use-text';
import { setDeviceSetting } from '../../panel/use-device-settings';
import { Choice } from '../../ui/choice';
import type { SectionProps } from '../section';
import { SectionHeading } from '../section-heading';

/** Theme, density, language and toolbar button of this device. */
export function AppearancePage({ settings }: SectionProps) {
  const { t } = useText();
  return (
    <>
      <SectionHeading title={t('settingsAppearance')}>{t('settingsKeptHere')}</SectionHeading>
      <div className="settings-body">
        <Choice
          legend={t('theme')}
          value={settings.theme}
          options={[
            ['system', t('themeSystem')],
            ['light', t('themeLight')],
            ['dark', t('themeDark')],
          ]}
          onChoose={(theme) => void setDeviceSetting('theme', theme)}
        />
        <Choice
          legend={t('density')}
          help={t('settingsDensityHelp')}
          value={settings.density}
          options={[
            ['comfortable', t('densityComfortable')],
            ['compact', t('densityCompact')],
          ]}
          onChoose={(density) => void setDeviceSetting('density', density)}
        />
        <Choice
          legend={t('language')}
          value={settings.language ?? 'browser'}
          options={[['browser', t('languageOfBrowser')], ...locales.map((locale) => [locale, languageNames[locale]] as const)]}
          onChoose={(language) => void setDeviceSetting('language', language === 'browser' ? undefined : language)}
        />
        <Choice
          legend={t('toolbarButton')}
          help={t('toolbarButtonHelp')}
          value={settings.toolbarButton}
          options={[
            ['panel', t('toolbarButtonPanel')],
            ['triage', t('triageTitle')],
          ]}
          onChoose={(button) => void setDeviceSetting('toolbarButton', button)}
        />
      </div>
    </>
  );
}
