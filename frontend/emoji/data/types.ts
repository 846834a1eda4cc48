/** An emoji: itself, its group as Unicode counts them, whether it has skin, its shortcodes in one string. */
export type ListedEmoji = readonly [emoji: string, group: number, hasSkin: 0 | 1, shortcodes: string];

/** What is said of an emoji in some language: its name, and other words for it in one string. */
export type EmojiWord = readonly [name: string, otherWords: string];

export type EmojiList = readonly ListedEmoji[];

/** In the order of the list. */
export type EmojiWords = readonly EmojiWord[];
