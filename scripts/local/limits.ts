/** What `LIMITS` is on one machine, where all come from the same address; unless somebody has set it. */
export const LOCAL_LIMITS =
  process.env.LIMITS ?? 'accountsPerHourAndAddress=1000,triesPerHourAndAddress=1000';

/** The same for benches and tests, whose people do in a second what others do in a day. */
export const HIGH_LIMITS = [
  'framesPerMinute=1000000',
  'framesUntold=250000',
  'sockets=10000',
  'newConversationsPerDay=100000',
  'accountsPerHourAndAddress=100000',
  'accountsPerHour=100000',
  'triesPerHourAndAccount=100000',
  'triesPerHourAndAddress=100000',
  'triesPerHour=100000',
].join();

/** For whoever measures or tests something else than sign-ups and limits: bcrypt's least, and limits that nobody reaches. */
export const UNHINDERED = { PASSWORD_COST: '4', LIMITS: HIGH_LIMITS } as const;
