import { useKnown } from '../parts/use-chat.ts';
import { DeleteAccount } from '../profile/delete-account.tsx';
import { LogOut } from './log-out.tsx';
import { Section } from './section.tsx';
import { useSettingsTexts } from './settings-texts.ts';

/** By what name I log in, and the way out. */
export function AccountSettings() {
  const { account } = useSettingsTexts();
  const session = useKnown((state) => state.session);
  if (session.status !== 'signed-in') return null;
  const { me } = session;
  return (
    <Section heading={account.heading}>
      <dl className="my-name">
        <dt>{account.name}</dt>
        <dd>
          <bdi className="name">{me.name}</bdi>
        </dd>
      </dl>
      <LogOut />
      <DeleteAccount />
    </Section>
  );
}
