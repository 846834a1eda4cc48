/** An open conversation. */
export const conversation = {};
