import { useAroundTexts } from '../parts/around-texts.ts';
import { useMenuOfConversation } from './use-menu-of-conversation.tsx';

/** Opens what can be done with a conversation. */
export function MenuButton({ name }: { name: string }) {
  const texts = useAroundTexts();
  const { menu, openAt } = useMenuOfConversation();
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={texts.menu}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => openAt(name, currentTarget)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path className="menu-dots" d="M12 5.5h.01M12 12h.01M12 18.5h.01" />
        </svg>
      </button>
      {menu}
    </>
  );
}
