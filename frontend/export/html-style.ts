/** How an HTML file looks: on a screen by day and by night, and on paper. */
export const HTML_STYLE = `
:root { color-scheme: light; --ink: #1e1b29; --quiet: #5f5a68; --ground: #fffdf8; --line: #d5cfc2; --mine: #ebe9fb;
  --link: #4a3fcf; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --ink: #edeaf4; --quiet: #a9a3b8; --ground: #1d1a26; --line: #423c52; --mine: #322d52;
    --link: #a9a0ff; }
}
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
.conversation > h2:not(.day) { margin: 3rem 0 0; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line); }
.day { margin: 1.75rem 0 0.5rem; color: var(--quiet); font-size: 0.875rem; font-weight: 600; break-after: avoid; }
.about, time, .remark, .deleted, .reactions, summary { color: var(--quiet); font-size: 0.8125rem; }
.about { margin: 0.25rem 0 0; }
nav ul, ol, .reactions { padding: 0; list-style: none; }
nav li { margin-block: 0.25rem; }
article { margin-block: 0.375rem; padding: 0.5rem 0.75rem; border-inline-start: 3px solid var(--line);
  break-inside: avoid; }
article.mine { border-color: var(--link); background: var(--mine); }
article:target { outline: 2px solid var(--link); }
article p, pre { margin: 0.125rem 0; white-space: pre-wrap; }
article p { unicode-bidi: plaintext; }
code { font: 0.875em/1.5 ui-monospace, Menlo, Consolas, monospace; }
pre { padding: 0.5rem; border: 1px solid var(--line); border-radius: 0.375rem; }
.who { font-weight: 600; }
.remark::before { content: "· "; }
.deleted { font-style: italic; }
a { color: var(--link); }
blockquote { margin: 0.25rem 0; padding-inline-start: 0.625rem; border-inline-start: 2px solid var(--line);
  font-size: 0.875rem; }
blockquote a { color: var(--quiet); text-decoration: none; }
.reactions { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0.25rem 0 0; }
ol { margin: 0.25rem 0 0; padding-inline-start: 0.75rem; }
ol li { margin-block-end: 0.375rem; }
@media print {
  body { max-width: none; padding: 0; }
  a { color: inherit; }
}
`;
