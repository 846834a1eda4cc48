import { THEMES, type Theme } from '../preferences/preferences.ts';
import { usePreferences } from '../preferences/use-preferences.ts';
import '../styles/theme-choices.css';
import { Choice } from './choice.tsx';
import { Section } from './section.tsx';
import { useSettingsTexts } from './settings-texts.ts';
import { useChangePreferences } from './use-change-preferences.ts';

/** Light, dark, or as the system is. */
export function AppearanceSettings({ say }: { say: (words: string) => void }) {
  const { appearance } = useSettingsTexts();
  const { theme: chosen } = usePreferences();
  const change = useChangePreferences();

  const choose = (theme: Theme) => {
    change({ theme });
    say(appearance.changed[theme]);
  };

  return (
    <Section heading={appearance.heading}>
      <fieldset className="theme-choices">
        <legend className="visually-hidden">{appearance.heading}</legend>
        {THEMES.map((theme) => (
          <Choice
            key={theme}
            group="theme"
            value={theme}
            isChosen={theme === chosen}
            onChosen={() => choose(theme)}
          >
            <Swatch theme={theme} />
            <span>{appearance.themes[theme]}</span>
          </Choice>
        ))}
      </fieldset>
    </Section>
  );
}

/** A conversation in small, as it looks in a theme. */
function Swatch({ theme }: { theme: Theme }) {
  return (
    <span className="swatch" aria-hidden="true">
      {theme === 'system' ? (
        <>
          <SmallConversation theme="light" />
          <SmallConversation theme="dark" />
        </>
      ) : (
        <SmallConversation theme={theme} />
      )}
    </span>
  );
}

function SmallConversation({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <span className="small-conversation" data-theme={theme}>
      <span className="small-bubble" />
      <span className="small-bubble" data-mine="true" />
    </span>
  );
}
