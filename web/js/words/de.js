/**
 * The words of the page in German. It says Sie. Room is Raum, key Schlüssel, secret Zugangscode,
 * relay Server, purge löschen.
 *
 * @type {import('../language.js').Words}
 */
export const words = {
  language: 'Sprache',
  languageFailed:
    '{language} konnte nicht geladen werden. Prüfen Sie Ihre Netzwerkverbindung und wählen Sie ' +
    'die Sprache dann noch einmal.',
  theme: 'Farben',
  themeSystem: 'Automatisch',
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  sound: 'Ton bei neuen Nachrichten, wenn der Tab im Hintergrund ist',
  settings: 'Einstellungen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  homeTitle: 'Ein Raum, der vergisst.',
  homeLead:
    'Erstellen Sie einen verschlüsselten Raum und senden Sie den Link denen, mit denen Sie ' +
    'sprechen möchten. Wenn Sie fertig sind, bleibt nichts davon zurück.',
  participants: 'Teilnehmende',
  people: { one: '{count} Person', other: '{count} Personen' },
  lifetime: 'Dauer des Raums',
  otherLifetime: 'Andere Dauer …',
  lifetimeAmount: 'Anzahl',
  lifetimeUnit: 'Einheit',
  minutes: 'Minuten',
  hours: 'Stunden',
  days: 'Tage',
  lifetimeRange: 'Ein Raum besteht hier mindestens {min} und höchstens {max}.',
  createRoom: 'Raum erstellen',
  preparing: 'Raum wird vorbereitet',
  preparingWhy:
    'Ihr Browser löst zuerst eine kleine Rechenaufgabe. Das hält Maschinen davon ab, den Server ' +
    'zu überfluten.',
  cancelled: 'Abgebrochen. Es wurde kein Raum erstellt.',
  noAccounts: 'Keine Konten',
  noAccountsWhy: 'Keine Registrierung, kein Profil, kein Adressbuch. Wer den Link hat, ist dabei.',
  noPersistence: 'Keine Speicherung',
  noPersistenceWhy:
    'Ein Raum besteht nur im Arbeitsspeicher. Er endet, wenn alle gegangen sind, seine Zeit um ' +
    'ist oder er gelöscht wird. Kein Datenträger bekommt ihn je zu sehen.',
  noPlaintext: 'Kein Klartext auf dem Server',
  noPlaintextWhy:
    'Ihr Browser verschlüsselt jede Nachricht. Der Schlüssel steht im Link hinter dem #, und ' +
    'diesen Teil senden Browser nie.',
  noSurplus: 'Kein überflüssiger Code',
  noSurplusWhy: 'Wenig Code, geschrieben, um an einem Nachmittag gelesen zu werden.',
  docs: 'Wie es funktioniert und wofür es nicht gedacht ist (auf Englisch)',
  join: 'Beitreten',
  joinTitle: 'Einem Raum beitreten',
  fullLink: 'Vollständiger Link',
  fullLinkHint:
    'Wenn sich der Link, den Sie erhalten haben, nicht öffnen lässt, fügen Sie ihn hier ' +
    'vollständig ein.',
  roomKeyHint:
    'Haben Sie den Schlüssel getrennt vom Link erhalten? Fügen Sie ihn hier ein. Er beginnt mit ' +
    'k=, und Leerzeichen darin schaden nicht. Auch der vollständige Link ist möglich.',
  pasteFaults: {
    empty: 'Das Feld ist noch leer. Fügen Sie ein, was Sie erhalten haben.',
    'not-a-room-link':
      'Das ist kein vollständiger Raumlink. Kopieren Sie ihn ganz, von http bis zum Ende. Wenn ' +
      'Sie Link und Schlüssel getrennt erhalten haben, öffnen Sie den Link: Seine Seite fragt ' +
      'nach dem Schlüssel.',
    'other-relay':
      'Dieser Link führt zu einem anderen Server, und hier können Sie nur Räumen dieses Servers ' +
      'beitreten. Öffnen Sie den Link stattdessen in der Adressleiste.',
    'no-key':
      'Das ist kein Raumschlüssel. Ein Schlüssel hat die Form „k=…&s=…“. Kopieren Sie ihn ' +
      'vollständig, ohne den Text davor und danach.',
    'bad-key':
      'Dieser Schlüssel ist unvollständig oder verändert. Kopieren Sie ihn noch einmal ' +
      'vollständig.',
    'no-secret':
      'Dieser Schlüssel ist abgeschnitten: Sein Ende, ab &s=, fehlt. Kopieren Sie ihn vollständig.',
    'bad-secret':
      'Dieser Schlüssel ist unvollständig oder verändert. Kopieren Sie ihn noch einmal ' +
      'vollständig.',
    refused:
      'Der Server hat diesen Schlüssel nicht angenommen: Er gehört zu einem anderen Raum, oder ' +
      'sein Ende hinter s= wurde verändert. Vergleichen Sie ihn mit dem, was Sie erhalten haben.',
  },
  joining: 'Raum wird betreten …',
  roomTitle: 'Privater Raum',
  timeLeft: 'Restzeit',
  roomLink: 'Raumlink',
  copyLink: 'Link kopieren',
  copied: 'Link kopiert.',
  copyRefused:
    'Der Browser hat das Kopieren nicht erlaubt. Der Text ist jetzt markiert: Drücken Sie ' +
    'Strg+C, auf einem Mac ⌘C.',
  showQrCode: 'QR-Code zeigen',
  qrCode: 'QR-Code des Raumlinks',
  qrCodeHint: 'Richten Sie zum Beitreten die Kamera eines Telefons hierauf.',
  qrDialog: 'QR-Code',
  qrFailed:
    'Der QR-Code konnte nicht geladen werden. Mit „Link kopieren“ erhalten Sie denselben Link.',
  invite: 'Einladen',
  inviteTitle: 'Senden Sie diesen Link an alle, die dabei sein sollen',
  shareLink: 'Link teilen',
  shareFailed:
    'Der Browser konnte den Link nicht teilen. Mit „Link kopieren“ erhalten Sie denselben Link.',
  trust: 'Senden Sie ihn auf einem Weg, dem Sie vertrauen.',
  trustWhy:
    'Wer den Link bekommt, kann beitreten und mitlesen. Könnte er in andere Hände geraten sein, ' +
    'beenden Sie diesen Raum und erstellen Sie einen neuen.',
  apart: 'Link und Schlüssel getrennt',
  apartWhy:
    'Keiner öffnet den Raum ohne den anderen. Senden Sie sie auf zwei verschiedenen Wegen, etwa ' +
    'den Link per E-Mail und den Schlüssel über einen Messenger. Wer den Link öffnet, wird nach ' +
    'dem Schlüssel gefragt.',
  keylessLink: 'Link ohne Schlüssel',
  copyKeyless: 'Ohne Schlüssel kopieren',
  keylessCopied: 'Link ohne Schlüssel kopiert.',
  roomKey: 'Raumschlüssel',
  copyKey: 'Schlüssel kopieren',
  keyCopied: 'Schlüssel kopiert.',
  members: 'Mitglieder',
  you: '{name} (Sie)',
  creator: 'Ersteller/-in',
  places: '{count} von {capacity}',
  messages: 'Nachrichten',
  message: 'Nachricht',
  messageHint: 'Enter sendet, Umschalt+Enter beginnt eine neue Zeile',
  send: 'Senden',
  leave: 'Verlassen',
  left: 'Sie haben den Raum verlassen.',
  purgeRoom: 'Raum löschen',
  purgeTitle: 'Raum löschen?',
  purgeWhy:
    'Der Raum endet sofort für alle, die darin sind, und sein Link funktioniert nicht mehr. Das ' +
    'lässt sich nicht rückgängig machen.',
  purge: 'Löschen',
  notPurged:
    'Nicht gelöscht: Es besteht keine Verbindung. Versuchen Sie es noch einmal, sobald sie ' +
    'wieder steht.',
  connected: 'Verbunden',
  reconnecting: 'Verbindet neu',
  offline: 'Offline',
  tryNow: 'Versuchen',
  notConnected:
    'Nicht gesendet: Es besteht keine Verbindung. Ihr Text bleibt hier, bis sie wieder steht.',
  connectionLost:
    'Die Verbindung ist unterbrochen und wird neu aufgebaut. Was Sie schreiben, bleibt erhalten.',
  connectionOffline:
    'Ihr Gerät ist offline. Sobald es wieder Netz hat, tritt diese Seite dem Raum erneut bei. ' +
    'Was Sie schreiben, bleibt erhalten.',
  tooLong: {
    one:
      'Diese Nachricht ist um {count} Byte zu lang ({size} von höchstens {most}). Kürzen Sie sie ' +
      'oder senden Sie sie in Teilen.',
    other:
      'Diese Nachricht ist um {count} Bytes zu lang ({size} von höchstens {most}). Kürzen Sie ' +
      'sie oder senden Sie sie in Teilen.',
  },
  encryptedNote:
    'Nachrichten werden auf Ihrem Gerät verschlüsselt. Lesen kann sie nur, wer den Raumlink hat; ' +
    'der Server kann es nicht.',
  youJoined: 'Sie sind beigetreten und heißen hier {name}.',
  joined: '{name} ist beigetreten.',
  departed: '{name} ist gegangen.',
  aloneNote: 'Noch ist niemand sonst hier.',
  timeLeftNote: 'Dieser Raum besteht noch {time}.',
  connectionLostNote: 'Die Verbindung wurde unterbrochen.',
  youRejoined:
    'Wieder verbunden. Sie heißen jetzt {name}. Was andere inzwischen gesendet haben, hat Sie ' +
    'nicht erreicht und lässt sich nicht nachholen: Der Server bewahrt keine Nachrichten auf.',
  purgeEndedNote:
    'Sie können den Raum nicht mehr löschen: Dieses Recht endete mit der Verbindung, über die er ' +
    'erstellt wurde.',
  exposedNote:
    'Dieser Link wurde unterwegs beschädigt, deshalb ging sein Schlüssel mit der Adresse an den ' +
    'Server. Der Link funktioniert, doch für alles Vertrauliche sollten Sie einen neuen Raum ' +
    'erstellen.',
  unsent: {
    one: 'Ihre letzte Nachricht ist vielleicht nicht angekommen. Sie steht wieder im Eingabefeld.',
    other:
      'Ihre letzten {count} Nachrichten sind vielleicht nicht angekommen. Sie stehen wieder im ' +
      'Eingabefeld.',
  },
  gap: {
    one: '{count} Nachricht von {name} ging unterwegs verloren.',
    other: '{count} Nachrichten von {name} gingen unterwegs verloren.',
  },
  repeated: 'Eine Nachricht von {name} kam doppelt oder zu spät an und wird nicht erneut gezeigt.',
  unreadable:
    'Eine Nachricht von {name} ließ sich nicht öffnen: Sie wurde unterwegs verändert oder mit ' +
    'einem anderen Schlüssel verschlüsselt.',
  unreadableNewer:
    '{name} nutzt eine neuere Version dieser Seite. Öffnen Sie den vollständigen Link noch ' +
    'einmal, um mitzulesen.',
  code: 'Code',
  copy: 'Kopieren',
  codeCopied: 'Code kopiert.',
  codeCopyRefused:
    'Der Browser hat das Kopieren nicht erlaubt. Der Code ist jetzt markiert: Drücken Sie ' +
    'Strg+C, auf einem Mac ⌘C.',
  showAll: 'Alles zeigen',
  showLess: 'Weniger zeigen',
  jump: 'Zur neuesten Nachricht',
  jumpCounted: {
    one: 'Zur neuesten: {count} neue Nachricht',
    other: 'Zur neuesten: {count} neue Nachrichten',
  },
  newRoom: 'Neuen Raum erstellen',
  tryAgain: 'Erneut versuchen',
  goneTitle: 'Diesen Raum gibt es nicht mehr',
  gone: {
    expired:
      'Er ist abgelaufen: Seine Zeit war um. Diese Seite hat ihn vergessen, und der Server ' +
      'behält keine Kopie.',
    purged:
      'Wer ihn erstellt hatte, hat ihn gelöscht. Diese Seite hat ihn vergessen, und der Server ' +
      'behält keine Kopie.',
    'not-found':
      'Er wurde nicht gefunden: Er ist abgelaufen, wurde gelöscht, oder alle sind gegangen. Wenn ' +
      'es ihn geben müsste, prüfen Sie, ob Sie den ganzen Link haben.',
  },
  problems: {
    insecure: {
      title: 'Hier kann diese Seite nicht verschlüsseln',
      what:
        'Browser bieten Verschlüsselung nur auf sicheren Seiten an, und diese kam über einfaches ' +
        'http. Öffnen Sie sie mit https oder, auf dem Rechner des Servers selbst, als ' +
        'http://localhost.',
    },
    outdated: {
      title: 'Dieser Browser ist zu alt',
      what:
        'Ihm fehlt, was diese Seite braucht, um sicher zu arbeiten. Aktualisieren Sie ihn, oder ' +
        'öffnen Sie den Link in einer aktuellen Version von Firefox, Chrome, Edge oder Safari.',
    },
    'no-key': {
      title: 'Diesem Link fehlt der Schlüssel',
      what:
        'Der Teil hinter dem # fehlt, und ohne ihn kann niemand die Nachrichten lesen. Bitten ' +
        'Sie darum, dass man Ihnen noch einmal den vollständigen Link sendet: Im Raum liefert ' +
        'ihn „Link kopieren“.',
    },
    reloaded: {
      title: 'Sie sind nicht mehr im Raum',
      what:
        'Wird die Seite neu geladen, vergisst sie den Schlüssel. Wenn es den Raum noch gibt, ' +
        'öffnen Sie den vollständigen Link noch einmal oder fügen Sie ihn hier ein.',
    },
    'bad-key': {
      title: 'Der Schlüssel dieses Links ist beschädigt',
      what:
        'Ein Teil davon fehlt oder wurde verändert. Bitten Sie darum, dass man Ihnen den ' +
        'vollständigen Link sendet: Im Raum liefert ihn „Link kopieren“.',
    },
    'no-secret': {
      title: 'Dieser Link ist unvollständig',
      what:
        'Er enthält einen Schlüssel, aber nicht den Zugangscode, der den Raum öffnet. Bitten Sie ' +
        'darum, dass man Ihnen den vollständigen Link sendet: Im Raum liefert ihn „Link ' +
        'kopieren“.',
    },
    'bad-secret': {
      title: 'Dieser Link öffnet den Raum nicht',
      what:
        'Sein Zugangscode ist falsch oder beschädigt. Bitten Sie darum, dass man Ihnen den ' +
        'vollständigen Link sendet: Im Raum liefert ihn „Link kopieren“.',
    },
    'room-full': {
      title: 'Dieser Raum ist voll',
      what:
        'Alle seine Plätze sind besetzt. Versuchen Sie es erneut, wenn jemand gegangen ist, oder ' +
        'bitten Sie um einen größeren Raum.',
    },
    overloaded: {
      title: 'Der Server ist ausgelastet',
      what: 'Er nimmt derzeit nicht mehr auf. Versuchen Sie es in einigen Minuten erneut.',
    },
    unreachable: {
      title: 'Der Server ist nicht erreichbar',
      what:
        'Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es erneut. Wenn es anderen ebenso ' +
        'geht, ist vielleicht der Server ausgefallen.',
    },
    refused: {
      title: 'Der Server hat den Zutritt verweigert',
      what:
        'Diese Seite und der Server verstehen einander nicht. Öffnen Sie den vollständigen Link ' +
        'noch einmal und versuchen Sie es erneut.',
    },
  },
  creation: {
    overloaded:
      'Der Server nimmt derzeit nicht mehr auf, insgesamt oder aus Ihrem Netz. Versuchen Sie es ' +
      'in einigen Minuten erneut.',
    rejected:
      'Der Server hat die Lösung der Rechenaufgabe nicht angenommen: Vielleicht kam sie zu spät. ' +
      'Versuchen Sie es erneut.',
    unreachable:
      'Der Server ist nicht erreichbar. Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es ' +
      'erneut.',
    failed:
      'Der Server konnte keinen Raum erstellen (Status {status}). Versuchen Sie es in einigen ' +
      'Minuten erneut.',
    puzzle:
      'Dieser Browser konnte die Rechenaufgabe nicht lösen. Laden Sie die Seite neu und ' +
      'versuchen Sie es erneut. Wenn das nicht hilft, nehmen Sie einen anderen Browser.',
  },
};
