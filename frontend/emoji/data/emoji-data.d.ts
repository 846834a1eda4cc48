declare module 'emoji-data:list' {
  const list: import('./types.ts').EmojiList;
  export default list;
}

declare module 'emoji-data:words-*' {
  const words: import('./types.ts').EmojiWords;
  export default words;
}
