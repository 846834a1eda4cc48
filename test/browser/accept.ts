import type { Account } from '../../scripts/client/account.ts';

/** Has somebody accept what people have written who are new to them, so that it is a conversation like others. */
export async function accept(account: Account, ...names: readonly string[]): Promise<void> {
  const socket = await account.openSocket();
  for (const name of names) await socket.ask({ action: 'change-side', with: name, accepted: true });
  await socket.close();
}
