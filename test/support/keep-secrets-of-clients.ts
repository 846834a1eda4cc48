import { onSecrets } from '../../scripts/client/secrets.ts';
import { cookieValue, keepSecret, keepSecretsIn } from './kept-for-scan.ts';

/** In every test file: what its clients use is looked for in all logs at the end. */
onSecrets((kind, secret) => {
  if (kind === 'cookie') keepSecret('cookie', cookieValue(secret));
  else keepSecretsIn(secret);
});
