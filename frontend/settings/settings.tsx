import { useEffect, useRef, useState } from 'react';
import { BackLink } from '../parts/back-link.tsx';
import { PasskeySettings } from '../passkeys/passkey-settings.tsx';
import { CredentialSettings } from '../second-factor/credential-settings.tsx';
import '../styles/settings.css';
import { AccountSettings } from './account-settings.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { ChangePassword } from './change-password.tsx';
import { DeviceSettings } from './device-settings.tsx';
import { ExportSettings } from './export-settings.tsx';
import { LanguageSettings } from './language-settings.tsx';
import { LogIns } from './log-ins.tsx';
import { NotificationSettings } from './notification-settings.tsx';
import { PrivacySettings } from './privacy-settings.tsx';
import { ProfileSettings } from './profile-settings.tsx';
import { useSettingsTexts } from './settings-texts.ts';

/** Everything that somebody can have otherwise. What is changed holds at once, and is said to those who don't see it. */
export function Settings() {
  const settings = useSettingsTexts();
  const [said, say] = useState('');
  // Each ends log-ins: the list is another one then.
  const [passwordChanges, setPasswordChanges] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = settings.pageTitle;
  }, [settings]);

  useEffect(() => {
    // What was pressed to come here is hidden on a phone, and with it the focus would be lost.
    heading.current?.focus();
  }, []);

  return (
    <main className="settings">
      <header className="conversation-header">
        <BackLink label={settings.back} />
        <h1 ref={heading} tabIndex={-1}>
          {settings.title}
        </h1>
      </header>
      <div className="settings-sections">
        <AppearanceSettings say={say} />
        <LanguageSettings say={say} />
        <PrivacySettings />
        <NotificationSettings />
        <DeviceSettings />
        <ExportSettings />
        <ProfileSettings say={say} />
        <LogIns key={passwordChanges} say={say} />
        <PasskeySettings say={say} />
        <ChangePassword onChanged={() => setPasswordChanges((count) => count + 1)} />
        <CredentialSettings say={say} onFactorChanged={() => setPasswordChanges((count) => count + 1)} />
        <AccountSettings />
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </main>
  );
}
