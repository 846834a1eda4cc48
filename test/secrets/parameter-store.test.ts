import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readParameter } from '../../lib/secrets/parameter-store.ts';

const NAME = '/chat/prod/session-secret';

type Request = { readonly headers: IncomingHttpHeaders; readonly body: string };
type Reply = (response: ServerResponse) => void;

/** What the Parameter Store was asked, and how it answers, one reply after the other. */
const requests: Request[] = [];
const replies: Reply[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  requests.push({ headers: request.headers, body });
  replies.shift()?.(response);
});
let endpoint = '';

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE';
  process.env.AWS_SECRET_ACCESS_KEY = 'the key of a test';
  process.env.AWS_SESSION_TOKEN = 'the token of a role';
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  requests.length = 0;
  replies.length = 0;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function json(status: number, body: object): Reply {
  return (response) => response.writeHead(status).end(JSON.stringify(body));
}

const value = json(200, { Parameter: { Value: 'a secret' } });
const read = () => readParameter(NAME, { region: 'eu-central-1', endpoint });

describe('a parameter', () => {
  test('is asked for by name, decrypted, signed as the role for its region', async () => {
    replies.push(value);
    expect(await read()).toBe('a secret');
    const [{ headers, body } = { headers: {}, body: '' }] = requests;
    expect(JSON.parse(body)).toEqual({ Name: NAME, WithDecryption: true });
    expect(headers).toMatchObject({
      'x-amz-target': 'AmazonSSM.GetParameter',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-security-token': 'the token of a role',
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/ssm\/aws4_request, .*host.*x-amz-target/,
      ),
    });
  });

  test('is asked for once more when too many have asked at the same time', async () => {
    replies.push(json(400, { __type: 'com.amazonaws.ssm#ThrottlingException' }), value);
    expect(await read()).toBe('a secret');
  });

  test('is asked for once more after a 5xx', async () => {
    replies.push(json(500, { __type: 'InternalServerError' }), value);
    expect(await read()).toBe('a secret');
  });

  test('is asked for once more after a connection that breaks', async () => {
    replies.push((response) => response.destroy(), value);
    expect(await read()).toBe('a secret');
  });

  test('that is not there is not asked for again, and the error says which and why', async () => {
    replies.push(json(400, { __type: 'ParameterNotFound' }));
    await expect(read()).rejects.toThrow(
      "The parameter /chat/prod/session-secret can't be read: 400 ParameterNotFound",
    );
    expect(requests).toHaveLength(1);
  });

  test('of an answer that is no parameter is an error, not an empty secret', async () => {
    replies.push(json(200, {}));
    await expect(read()).rejects.toThrow("can't be read: 200");
  });
});
