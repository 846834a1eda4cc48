/** Chromium and Firefox name the script in the error's message. */
const ADDRESS_OF_SCRIPT = /https?:\/\/\S+\.js/;

/**
 * Imports a module, also where that has failed before. Most browsers remember a failed import until the page ends; so
 * it is asked for under an address that has not failed yet.
 */
export async function importAnew<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const [address] = ADDRESS_OF_SCRIPT.exec(String(error)) ?? [];
    if (address === undefined || new URL(address).origin !== location.origin) throw error;
    return (await import(/* @vite-ignore */ `${address}?${Date.now()}`)) as Module;
  }
}
