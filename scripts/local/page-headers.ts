/** What the pages load and run is named; there is nothing else, and nothing inline. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  // Forms are sent by scripts: one whose script is missing sends a password nowhere.
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  // No text becomes HTML or a script, and a worker begins at what frontend/net/own-script.ts lets through.
  'require-trusted-types-for': "'script'",
  'trusted-types': 'own-script',
};

/** Of what a browser could do for a page, these do; not the rest, as far as browsers know the names: they complain of others. */
const PERMITTED = [
  'autoplay',
  'clipboard-write',
  'publickey-credentials-create',
  'publickey-credentials-get',
];
const FORBIDDEN = [
  'accelerometer',
  'attribution-reporting',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'compute-pressure',
  'cross-origin-isolated',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'join-ad-interest-group',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'run-ad-auction',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'unload',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/**
 * What a browser may do with the pages: load from here, talk to here, and nothing else. A deployed site has the same
 * from its CDN, as the SiteHeaders of serverless.yml, which a test compares with these.
 */
export const PAGE_HEADERS = {
  'content-security-policy': Object.entries(POLICY)
    .map((directive) => directive.join(' '))
    .join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': [
    ...PERMITTED.map((feature) => `${feature}=(self)`),
    ...FORBIDDEN.map((feature) => `${feature}=()`),
  ].join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};
