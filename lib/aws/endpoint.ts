/** What AWS's clients know of where to send something. */
export interface Whither {
  readonly Region?: string | undefined;
  /** Where it was set, by the environment or by who made the client. */
  readonly Endpoint?: string | undefined;
  readonly UseFIPS?: boolean | undefined;
}

/**
 * Where a service of AWS's is. Its clients bring the rules of all services and regions, a tenth of a bundle, for what
 * is a sentence here: by the region's name, and in China by another domain.
 *
 * @param service its name in addresses, such as `dynamodb`
 * @see https://docs.aws.amazon.com/general/latest/gr/ddb.html
 */
export function endpointOf(service: string): (whither: Whither) => { readonly url: URL } {
  return ({ Region = '', Endpoint, UseFIPS }) => {
    // Of those of the US government, each is by FIPS 140.
    const host = UseFIPS && !Region.startsWith('us-gov-') ? `${service}-fips` : service;
    const domain = Region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    return { url: new URL(Endpoint ?? `https://${host}.${Region}.${domain}`) };
  };
}
