/** Before the person's name: which emoji they like is theirs, and goes when they log out. */
export const EMOJI_KEY = 'emoji/';
