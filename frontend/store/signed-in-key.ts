/** Where local storage says who is signed in on this device; apart, for those who ask before the store's code is there. */
export const SIGNED_IN_KEY = 'signed-in';
