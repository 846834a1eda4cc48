/** In place of the display name of somebody who has deleted their account; a client says it in its own language. */
export const GONE_DISPLAY_NAME = 'Deleted account';
