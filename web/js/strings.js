/**
 * Every word that the page says, in English. The words of index.html's templates are here too,
 * under the names in their `data-text` and `data-label` attributes.
 */

const integer = new Intl.NumberFormat('en');

/** @type {(count: number, one: string, many: string) => string} */
const plural = (count, one, many) => `${integer.format(count)} ${count === 1 ? one : many}`;

export const words = {
  appName: 'Pug Network',

  homeTitle: 'A room that forgets.',
  homeLead:
    'Make a private room, send its link to the people you want to talk to, and when you are ' +
    'done, nothing of it remains.',
  participants: 'Participants',
  lifetime: 'Room lifetime',
  createRoom: 'Create room',
  preparing: 'Preparing room',
  preparingWhy:
    'Your browser solves a small puzzle first. It keeps machines from flooding the relay.',
  cancel: 'Cancel',
  noAccounts: 'No accounts',
  noAccountsWhy: 'No sign-up, no profile, no address book. Whoever holds the link is in.',
  noPersistence: 'No persistence',
  noPersistenceWhy:
    'A room lives in memory and ends with its last member, its time, or a purge. No disk ever ' +
    'saw it.',
  noPlaintext: 'No server-side plaintext',
  noPlaintextWhy:
    'Your browser encrypts each message. The key stays behind the # of the link, which browsers ' +
    'never send.',
  noSurplus: 'No unnecessary code',
  noSurplusWhy:
    'The page you see is the page we wrote: a few small files that anyone can read in an ' +
    'afternoon.',
  docs: 'How it works, and what it is not for',

  joining: 'Joining the room…',
  roomTitle: 'Private room',
  timeLeft: 'Time left',
  roomLink: 'Room link',
  roomLinkHint: 'Whoever has this link can join and read. Send it by a way that you trust.',
  copyLink: 'Copy link',
  showQrCode: 'Show QR code',
  qrCode: 'QR code of the room link',
  qrCodeHint: 'Point a phone’s camera here to join.',
  close: 'Close',
  members: 'Members',
  messages: 'Messages',
  message: 'Message',
  messageHint: 'Enter sends, Shift+Enter starts a new line',
  send: 'Send',
  leave: 'Leave',
  purgeRoom: 'Purge room',
  purgeTitle: 'Purge room?',
  purgeWhy:
    'The room ends at once for everyone in it, and its link stops working. There is no undo.',
  purge: 'Purge',

  goneTitle: 'This room is gone',
  newRoom: 'Start a new room',
  tryAgain: 'Try again',

  copied: 'Link copied.',
  copyRefused:
    'The browser did not allow copying. The link is selected now: press Ctrl+C, or ⌘C on a Mac.',
  qrFailed: 'The QR code could not be loaded. Copy link gives the same link.',
  preparingFailed:
    'This browser could not solve the puzzle. Reload the page and try again; if that does not ' +
    'help, take another browser.',
  left: 'You left the room.',
  cancelled: 'Cancelled. No room was made.',
  notConnected: 'Not sent: there is no connection. Your text stays here until there is one again.',
  notPurged: 'Not purged: there is no connection. Try again once there is one.',
  purgeEndedNote:
    'You cannot purge the room any more: that right ended with the connection that made it.',
  connectionLost: 'The connection is lost. Trying to rejoin; what you type is kept.',
  connectionLostNote: 'The connection was lost.',
  connectionBackNote: 'The network is back.',
  aloneNote: 'Nobody else is here yet. Send the room link to whom you want to talk to.',
  exposedNote:
    'This link was damaged on its way, so its key was sent to the relay in the address. It ' +
    'works, but for anything delicate make a new room.',
};

/** Why a room is gone. */
export const gone = {
  expired: 'It has expired: its time ran out. Nothing of it was kept anywhere.',
  purged: 'It was purged by its creator. Nothing of it was kept anywhere.',
  'not-found':
    'It was not found: it has expired, was purged, or everyone left. If it should be there, ' +
    'check that you have the whole link.',
};

/**
 * Problems that stop a page, each with what to do about it: `retry` where trying again may help,
 * `stuck` where no other page of ours would fare better.
 */
export const problems = {
  insecure: {
    title: 'This page cannot encrypt here',
    what:
      'Browsers offer encryption only on secure pages, and this one came over plain http. Open it ' +
      'with https, or on the relay’s own computer as http://localhost.',
    stuck: true,
  },
  outdated: {
    title: 'This browser is too old',
    what:
      'It lacks what this page needs to work safely. Update it, or open the link in a current ' +
      'version of Firefox, Chrome, Edge or Safari.',
    stuck: true,
  },
  'no-key': {
    title: 'This link has no key',
    what:
      'The part behind the # is missing, and without it nobody can read the messages. Ask ' +
      'whoever invited you to send the full link again: in the room, Copy link gives it.',
  },
  'bad-key': {
    title: 'This link’s key is damaged',
    what:
      'A part of it is missing or changed. Ask whoever invited you for the full link: in the ' +
      'room, Copy link gives it.',
  },
  'no-secret': {
    title: 'This link is incomplete',
    what:
      'It has a key, but not the secret that opens the room. Ask whoever invited you for the ' +
      'full link: in the room, Copy link gives it.',
  },
  'bad-secret': {
    title: 'This link does not open the room',
    what:
      'Its secret is wrong or damaged. Ask whoever invited you for the full link: in the room, ' +
      'Copy link gives it.',
  },
  'room-full': {
    title: 'This room is full',
    what:
      'As many people are in it as it has places. Try again when somebody has left, or ask for ' +
      'a bigger room.',
    retry: true,
  },
  overloaded: {
    title: 'The relay is full',
    what: 'It has taken on as much as it allows. Try again in a few minutes.',
    retry: true,
  },
  unreachable: {
    title: 'The relay cannot be reached',
    what:
      'Check your network connection, then try again. If others have trouble too, the relay may ' +
      'be down.',
    retry: true,
  },
  refused: {
    title: 'The relay did not let us in',
    what:
      'This page and the relay do not understand each other. Open the full link anew, and try ' +
      'again.',
    retry: true,
  },
};

/**
 * @param {number} status of HTTP; 0 where no answer came
 * @returns {string} why no room could be made, and what to do
 */
export function creationFailed(status) {
  if (status === 503) {
    return (
      'The relay has taken on as much as it allows, in all or for your network. Try again in a ' +
      'few minutes.'
    );
  }
  if (status === 401 || status === 403) {
    return 'The relay did not take the puzzle’s answer: it came too late, perhaps. Try again.';
  }
  if (status === 0) {
    return 'The relay cannot be reached. Check your network connection, then try again.';
  }
  return `The relay could not make a room (status ${status}). Try again in a few minutes.`;
}

/** @type {(unread: number) => string} */
export const title = (unread) => (unread > 0 ? `(${unread}) ${words.appName}` : words.appName);

/** @type {(count: number) => string} */
export const people = (count) => `${integer.format(count)} people`;

/** @type {(username: string, own: boolean) => string} */
export const memberName = (username, own) => (own ? `${username} (you)` : username);

/** @type {(present: number, capacity: number) => string} */
export const places = (present, capacity) =>
  `${integer.format(present)} of ${integer.format(capacity)}`;

/** @type {(username: string) => string} */
export const youJoined = (username) => `You joined as ${username}.`;

/** @type {(username: string) => string} */
export const youRejoined = (username) => `Connected again. You are ${username} now.`;

/** @type {(username: string) => string} */
export const joined = (username) => `${username} joined.`;

/** @type {(username: string) => string} */
export const departed = (username) => `${username} left.`;

/** @type {(username: string, missing: number) => string} */
export const gap = (username, missing) =>
  `${plural(missing, 'message', 'messages')} from ${username} got lost on the way.`;

/** @type {(count: number) => string} */
export const unsent = (count) =>
  count === 1
    ? 'Your last message may not have arrived. It is back in the message box.'
    : `Your last ${integer.format(count)} messages may not have arrived. They are back in the ` +
      'message box.';

/** @type {(username: string, newer: boolean) => string} */
export const unreadable = (username, newer) =>
  newer
    ? `${username} uses a newer version of this page. Open the full link anew to read along.`
    : `A message from ${username} could not be opened: it was changed on its way, or sealed ` +
      'with another key.';

/** @type {(seconds: number) => string} */
export const timeLeftNote = (seconds) => `${duration(seconds)} left in this room.`;

/** @type {(bytes: number, most: number) => string} */
export function tooLong(bytes, most) {
  const [over, size, limit] = [bytes - most, bytes, most].map(integer.format);
  return (
    `This message is ${over} bytes too long (${size}, of at most ${limit}). ` +
    'Shorten it or send it in parts.'
  );
}

/**
 * @param {number} seconds
 * @returns {string} such as “15 minutes”, in the largest unit that leaves no rest
 */
export function duration(seconds) {
  if (seconds % 3600 === 0) return plural(seconds / 3600, 'hour', 'hours');
  if (seconds % 60 === 0) return plural(seconds / 60, 'minute', 'minutes');
  return plural(seconds, 'second', 'seconds');
}

/** @type {(at: number) => string} */
export const timeOfDay = (at) =>
  new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

/**
 * @param {number} ms
 * @returns {string} such as 1:00:00, 59:59 or 0:07
 */
export function countdown(ms) {
  const seconds = Math.ceil(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
