import { Avatar } from '../parts/avatar.tsx';
import { useKnown } from '../parts/use-chat.ts';
import { LogOut } from './log-out.tsx';
import { Section } from './section.tsx';
import { useSettingsTexts } from './settings-texts.ts';

/** Who I am to others, and the way out. */
export function AccountSettings() {
  const { account } = useSettingsTexts();
  const session = useKnown((state) => state.session);
  if (session.status !== 'signed-in') return null;
  const { me } = session;
  return (
    <Section heading={account.heading}>
      <div className="my-card">
        <Avatar person={me} />
        <dl>
          <div>
            <dt>{account.displayName}</dt>
            <dd>
              <bdi>{me.displayName}</bdi>
            </dd>
          </div>
          <div>
            <dt>{account.name}</dt>
            <dd>
              <bdi className="name">{me.name}</bdi>
            </dd>
          </div>
        </dl>
      </div>
      <LogOut />
    </Section>
  );
}
