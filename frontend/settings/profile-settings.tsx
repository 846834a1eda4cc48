import { useKnown } from '../parts/use-chat.ts';
import { PictureSetting } from '../profile/picture-setting.tsx';
import { ProfileForm } from '../profile/profile-form.tsx';
import { useProfileTexts } from '../profile/profile-texts.ts';
import '../styles/profile.css';
import { Section } from './section.tsx';

/** What others see of me. */
export function ProfileSettings({ say }: { say: (words: string) => void }) {
  const texts = useProfileTexts();
  const session = useKnown((state) => state.session);
  if (session.status !== 'signed-in') return null;
  const { me } = session;
  return (
    <Section heading={texts.heading}>
      <p className="hint">{texts.hint}</p>
      <PictureSetting me={me} say={say} />
      <ProfileForm me={me} />
    </Section>
  );
}
