/**
 * What every answer of the API has, whatever its status and whoever gives it: nobody keeps it, takes it for anything but
 * JSON, shows it in a frame or runs anything in it. A deployed site's CDN puts the same on what the gateway answers by
 * itself, as the ApiHeaders of serverless.yml, which a test compares with these.
 */
export const API_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
