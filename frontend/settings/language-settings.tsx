import { useEffect, useRef } from 'react';
import { usePreferences } from '../preferences/use-preferences.ts';
import { LANGUAGES, subtagOf } from '../texts/languages.ts';
import { useLanguage } from '../texts/use-texts.ts';
import { Choice } from './choice.tsx';
import { Section } from './section.tsx';
import { useSettingsTexts } from './settings-texts.ts';
import { useChangePreferences } from './use-change-preferences.ts';

/** Each language under its own name, for those who ended up in one that they can't read. */
export function LanguageSettings({ say }: { say: (words: string) => void }) {
  const { tag } = useLanguage();
  const { language } = useSettingsTexts();
  const { language: chosen } = usePreferences();
  const change = useChangePreferences();
  const isThere = chosen === 'system' || chosen === subtagOf(tag);
  useSayWhenChanged(say, chosen, isThere);

  return (
    <Section heading={language.heading}>
      <fieldset className="choices">
        <legend className="visually-hidden">{language.heading}</legend>
        <Choice
          group="language"
          value="system"
          isChosen={chosen === 'system'}
          onChosen={() => change({ language: 'system' })}
        >
          {language.asBrowser}
        </Choice>
        {LANGUAGES.map(({ subtag, ownName }) => (
          <Choice
            key={subtag}
            group="language"
            value={subtag}
            isChosen={subtag === chosen}
            onChosen={() => change({ language: subtag })}
          >
            <bdi lang={subtag}>{ownName}</bdi>
          </Choice>
        ))}
      </fieldset>
      {!isThere && <p className="hint appears-late">{language.notThereYet}</p>}
    </Section>
  );
}

/** Says so in the new language, hence only when its texts are there. */
function useSayWhenChanged(say: (words: string) => void, chosen: string, isThere: boolean): void {
  const { language } = useSettingsTexts();
  const lastSaid = useRef(chosen);
  useEffect(() => {
    if (!isThere || lastSaid.current === chosen) return;
    lastSaid.current = chosen;
    const ownName = LANGUAGES.find(({ subtag }) => subtag === chosen)?.ownName;
    say(ownName === undefined ? language.changedToBrowsers : language.changed(ownName));
  }, [say, chosen, isThere, language]);
}
