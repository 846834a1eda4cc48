/**
 * What a browser may do with the pages: load from here, talk to here, and nothing else. A deployed site has the same
 * from its CDN, as the SiteHeaders of serverless.yml, which a test compares with these.
 */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
