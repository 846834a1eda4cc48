/** A frame goes back as it came. */
export const handler = async ({ body }) => ({ statusCode: 200, body });
