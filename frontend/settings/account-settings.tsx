import { Avatar } from '../parts/avatar.tsx';
import { useKnown } from '../parts/use-chat.ts';
import { useTexts } from '../texts/use-texts.ts';
import { LogOut } from './log-out.tsx';
import { Section } from './section.tsx';

/** Who I am to others, and the way out. */
export function AccountSettings() {
  const { account } = useTexts().settings;
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
