/**
 * Every word that the page says, in English: the table that the other languages follow.
 *
 * `{name}` stands for a value. A text that counts has a form for each plural that its language has
 * for counts from one to a thousand (CLDR's names: one, two, few, many, other), chosen by `{count}`.
 */
export const words = {
  language: 'Language',
  languageFailed:
    '{language} could not be loaded. Check your network connection, then choose the language again.',
  theme: 'Colours',
  themeSystem: 'Automatic',
  themeLight: 'Light',
  themeDark: 'Dark',
  sound: 'Sound for new messages while the tab is hidden',
  settings: 'Settings',
  close: 'Close',
  cancel: 'Cancel',

  homeTitle: 'A room that forgets.',
  homeLead:
    'Create an encrypted room, send its link to the people you want to talk to, and when you are ' +
    'done, nothing of it remains.',
  participants: 'Participants',
  people: { one: '{count} person', other: '{count} people' },
  lifetime: 'Room lifetime',
  otherLifetime: 'Another time…',
  lifetimeAmount: 'Amount',
  lifetimeUnit: 'Unit',
  minutes: 'minutes',
  hours: 'hours',
  days: 'days',
  lifetimeRange: 'A room here lives from {min} to {max}.',
  createRoom: 'Create room',
  preparing: 'Preparing room',
  preparingWhy:
    'Your browser solves a small puzzle first. It keeps machines from flooding the server.',
  cancelled: 'Cancelled. No room was created.',
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
  noSurplusWhy: 'Little code, written to be read in an afternoon.',
  docs: 'How it works, and what it is not for',

  join: 'Join',
  joinTitle: 'Join a room',
  fullLink: 'Full link',
  fullLinkHint: 'If the link you were sent does not open, paste all of it here.',
  roomKeyHint:
    'Was the key sent to you apart from the link? Paste it here. It begins with k=, and spaces ' +
    'in it do no harm. The full link also works.',

  // What is wrong with what was pasted to join a room.
  pasteFaults: {
    empty: 'There is nothing in the box yet. Paste what you were sent.',
    'not-a-room-link':
      'This is not a complete room link. Copy all of it, from http to the end. If you were sent ' +
      'a link and a key separately, open the link: its page asks for the key.',
    'other-relay':
      'This link leads to another server, and here you can join only rooms of this one. Open the ' +
      'link in the address bar instead.',
    'no-key':
      'This is not a room key. A key looks like k=…&s=…. Copy all of it, without the words ' +
      'around it.',
    'bad-key': 'This key is incomplete or changed. Copy all of it again.',
    'no-secret': 'This key is cut short: its end, from &s= on, is missing. Copy all of it.',
    'bad-secret': 'This key is incomplete or changed. Copy all of it again.',
    refused:
      'The server did not accept this key: it belongs to another room, or its end, after s=, was ' +
      'changed. Compare it with what you were sent.',
  },

  joining: 'Joining the room…',
  roomTitle: 'Private room',
  timeLeft: 'Time left',
  roomLink: 'Room link',
  copyLink: 'Copy link',
  copied: 'Link copied.',
  copyRefused:
    'The browser did not allow copying. The text is selected now: press Ctrl+C, or ⌘C on a Mac.',
  showQrCode: 'Show QR code',
  qrCode: 'QR code of the room link',
  qrCodeHint: 'Point a phone’s camera here to join.',
  qrDialog: 'QR code',
  qrFailed: 'The QR code could not be loaded. Copy link gives the same link.',
  invite: 'Invite',
  inviteTitle: 'Send this link to the people you want here',
  shareLink: 'Share link',
  shareFailed: 'The browser could not share the link. Copy link gives the same link.',
  trust: 'Send it over a channel you trust.',
  trustWhy:
    'Anyone who gets the link can join and read along. If it may have reached someone else, end ' +
    'this room and create a new one.',
  apart: 'Link and key separately',
  apartWhy:
    'Neither opens the room without the other. Send them over two different channels, such as ' +
    'the link by email and the key by messenger. Whoever opens the link is asked for the key.',
  keylessLink: 'Link without key',
  copyKeyless: 'Copy without key',
  keylessCopied: 'Link without its key copied.',
  roomKey: 'Room key',
  copyKey: 'Copy key',
  keyCopied: 'Key copied.',
  members: 'Members',
  you: '{name} (you)',
  creator: 'creator',
  places: '{count} of {capacity}',
  messages: 'Messages',
  message: 'Message',
  messageHint: 'Enter sends, Shift+Enter starts a new line',
  send: 'Send',
  leave: 'Leave',
  left: 'You left the room.',
  purgeRoom: 'Purge room',
  purgeTitle: 'Purge room?',
  purgeWhy:
    'The room ends at once for everyone in it, and its link stops working. There is no undo.',
  purge: 'Purge',
  notPurged: 'Not purged: there is no connection. Try again once there is one.',

  connected: 'Connected',
  reconnecting: 'Reconnecting',
  offline: 'Offline',
  tryNow: 'Try now',
  notConnected: 'Not sent: there is no connection. Your text stays here until there is one again.',
  connectionLost: 'The connection is lost. Trying to rejoin; what you type is kept.',
  connectionOffline:
    'Your device is offline. This page rejoins as soon as it is back; what you type is kept.',
  tooLong: {
    one: 'This message is {count} byte too long ({size}, of at most {most}). Shorten it or send it in parts.',
    other:
      'This message is {count} bytes too long ({size}, of at most {most}). Shorten it or send it in parts.',
  },

  encryptedNote:
    'Messages are encrypted on your device. Only those who have the room link can read them; the ' +
    'server cannot.',
  youJoined: 'You joined as {name}.',
  joined: '{name} joined.',
  departed: '{name} left.',
  aloneNote: 'Nobody else is here yet.',
  timeLeftNote: '{time} left in this room.',
  connectionLostNote: 'The connection was lost.',
  youRejoined:
    'Connected again. You are {name} now. What others sent meanwhile did not reach you, and ' +
    'cannot be fetched: the server keeps no messages.',
  purgeEndedNote:
    'You cannot purge the room any more: that right ended with the connection that made it.',
  exposedNote:
    'This link was damaged on its way, so its key was sent to the server in the address. It ' +
    'works, but for anything confidential create a new room.',
  unsent: {
    one: 'Your last message may not have arrived. It is back in the message box.',
    other: 'Your last {count} messages may not have arrived. They are back in the message box.',
  },
  gap: {
    one: '{count} message from {name} got lost on the way.',
    other: '{count} messages from {name} got lost on the way.',
  },
  repeated: 'A message from {name} came again, or too late, and is not shown a second time.',
  unreadable:
    'A message from {name} could not be opened: it was changed on its way, or encrypted with ' +
    'another key.',
  unreadableNewer:
    '{name} uses a newer version of this page. Open the full link again to read along.',

  code: 'Code',
  copy: 'Copy',
  codeCopied: 'Code copied.',
  codeCopyRefused:
    'The browser did not allow copying. The code is selected now: press Ctrl+C, or ⌘C on a Mac.',
  showAll: 'Show all',
  showLess: 'Show less',
  jump: 'Jump to latest',
  jumpCounted: {
    one: 'Jump to latest: {count} new message',
    other: 'Jump to latest: {count} new messages',
  },

  newRoom: 'Create a new room',
  tryAgain: 'Try again',
  goneTitle: 'This room is gone',
  gone: {
    expired:
      'It has expired: its time ran out. This page has forgotten it, and the server keeps no copy.',
    purged:
      'It was purged by its creator. This page has forgotten it, and the server keeps no copy.',
    'not-found':
      'It was not found: it has expired, was purged, or everyone left. If it should be there, ' +
      'check that you have the whole link.',
  },

  // What stops a page: a title, and what to do about it.
  problems: {
    insecure: {
      title: 'This page cannot encrypt here',
      what:
        'Browsers offer encryption only on secure pages, and this one came over plain http. Open ' +
        'it with https, or on the server’s own computer as http://localhost.',
    },
    outdated: {
      title: 'This browser is too old',
      what:
        'It lacks what this page needs to work safely. Update it, or open the link in a current ' +
        'version of Firefox, Chrome, Edge or Safari.',
    },
    'no-key': {
      title: 'This link has no key',
      what:
        'The part behind the # is missing, and without it nobody can read the messages. Ask ' +
        'whoever invited you to send the full link again: in the room, Copy link gives it.',
    },
    reloaded: {
      title: 'You are out of the room',
      what:
        'Loading the page again makes it forget the key. If the room is still there, open the ' +
        'full link again, or paste it here.',
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
      what: 'All its places are taken. Try again when somebody has left, or ask for a bigger room.',
    },
    overloaded: {
      title: 'The server is full',
      what: 'It has reached its limit. Try again in a few minutes.',
    },
    unreachable: {
      title: 'The server cannot be reached',
      what:
        'Check your network connection, then try again. If others have trouble too, the server ' +
        'may be down.',
    },
    refused: {
      title: 'The server did not let you in',
      what:
        'This page and the server do not understand each other. Open the full link again, then ' +
        'try once more.',
    },
  },

  // Why no room could be created.
  creation: {
    overloaded:
      'The server has reached its limit, in all or for your network. Try again in a few minutes.',
    rejected: 'The server did not accept the puzzle’s answer; perhaps it came too late. Try again.',
    unreachable: 'The server cannot be reached. Check your network connection, then try again.',
    failed: 'The server could not create a room (status {status}). Try again in a few minutes.',
    puzzle:
      'This browser could not solve the puzzle. Reload the page and try again; if that does not ' +
      'help, use another browser.',
  },
};
