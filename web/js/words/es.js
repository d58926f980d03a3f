/**
 * The words of the page in Spanish, that of no one country. It says tú. Room is sala, link enlace,
 * key clave, secret código de acceso, relay servidor, purge eliminar.
 *
 * @type {import('../language.js').Words}
 */
export const words = {
  language: 'Idioma',
  languageFailed:
    'No se pudo cargar {language}. Comprueba la conexión de red y vuelve a elegir el idioma.',
  theme: 'Tema',
  themeSystem: 'Automático',
  themeLight: 'Claro',
  themeDark: 'Oscuro',
  sound: 'Sonido al llegar mensajes nuevos con la pestaña oculta',
  settings: 'Ajustes',
  close: 'Cerrar',
  cancel: 'Cancelar',
  homeTitle: 'Una sala que olvida.',
  homeLead:
    'Crea una sala cifrada y envía el enlace a las personas con las que quieres hablar. Cuando ' +
    'termines, no quedará nada de ella.',
  participants: 'Participantes',
  people: { one: '{count} persona', other: '{count} personas' },
  lifetime: 'Duración de la sala',
  otherLifetime: 'Otra duración…',
  lifetimeAmount: 'Cantidad',
  lifetimeUnit: 'Unidad',
  minutes: 'minutos',
  hours: 'horas',
  days: 'días',
  lifetimeRange: 'Aquí, una sala dura como mínimo {min} y como máximo {max}.',
  createRoom: 'Crear sala',
  preparing: 'Preparando la sala',
  preparingWhy:
    'Tu navegador resuelve primero un pequeño cálculo. Así se evita que las máquinas saturen el ' +
    'servidor.',
  cancelled: 'Cancelado. No se creó ninguna sala.',
  noAccounts: 'Sin cuentas',
  noAccountsWhy:
    'Sin registro, sin perfil, sin agenda de contactos. Quien tiene el enlace puede entrar.',
  noPersistence: 'Nada queda guardado',
  noPersistenceWhy:
    'La sala existe solo en la memoria y termina cuando sale su último miembro, cuando se agota ' +
    'su tiempo o cuando se elimina. Nunca llega a un disco.',
  noPlaintext: 'Nada legible en el servidor',
  noPlaintextWhy:
    'Tu navegador cifra cada mensaje. La clave va en el enlace, detrás del #, y esa parte los ' +
    'navegadores no la envían nunca.',
  noSurplus: 'Sin código innecesario',
  noSurplusWhy: 'Poco código, escrito para leerse en una tarde.',
  docs: 'Cómo funciona y para qué no sirve (en inglés)',
  join: 'Entrar',
  joinTitle: 'Entrar en una sala',
  fullLink: 'Enlace completo',
  fullLinkHint: 'Si el enlace que recibiste no se abre, pégalo aquí entero.',
  roomKeyHint:
    '¿Recibiste la clave aparte del enlace? Pégala aquí. Empieza por k=, y los espacios no ' +
    'importan. También sirve el enlace completo.',
  pasteFaults: {
    empty: 'El cuadro aún está vacío. Pega en él lo que recibiste.',
    'not-a-room-link':
      'Esto no es un enlace de sala completo. Cópialo entero, desde http hasta el final. Si ' +
      'recibiste el enlace y la clave por separado, abre el enlace: su página pide la clave.',
    'other-relay':
      'Este enlace lleva a otro servidor, y aquí solo puedes entrar en salas de este. Abre el ' +
      'enlace en la barra de direcciones.',
    'no-key':
      'Esto no es una clave de sala. Una clave tiene la forma «k=…&s=…». Cópiala entera, sin el ' +
      'texto que la rodea.',
    'bad-key': 'Esta clave está incompleta o alterada. Cópiala entera otra vez.',
    'no-secret': 'Esta clave está cortada: falta el final, a partir de &s=. Cópiala entera.',
    'bad-secret': 'Esta clave está incompleta o alterada. Cópiala entera otra vez.',
    refused:
      'El servidor no aceptó esta clave: es de otra sala, o su final, detrás de s=, se alteró. ' +
      'Compárala con lo que recibiste.',
  },
  joining: 'Entrando en la sala…',
  roomTitle: 'Sala privada',
  timeLeft: 'Tiempo restante',
  roomLink: 'Enlace de la sala',
  copyLink: 'Copiar enlace',
  copied: 'Enlace copiado.',
  copyRefused:
    'El navegador no permitió copiar. El texto ya está seleccionado: pulsa Ctrl+C, o ⌘C en un Mac.',
  showQrCode: 'Ver código QR',
  qrCode: 'Código QR del enlace de la sala',
  qrCodeHint: 'Para entrar, apunta aquí con la cámara de un teléfono.',
  qrDialog: 'Código QR',
  qrFailed: 'No se pudo cargar el código QR. «Copiar enlace» da el mismo enlace.',
  invite: 'Invitar',
  inviteTitle: 'Envía este enlace a quienes quieras invitar',
  shareLink: 'Compartir enlace',
  shareFailed: 'El navegador no pudo compartir el enlace. «Copiar enlace» da el mismo enlace.',
  trust: 'Envíalo por un medio de confianza.',
  trustWhy:
    'Quien reciba el enlace puede entrar y leer. Si pudo caer en otras manos, pon fin a esta ' +
    'sala y crea una nueva.',
  apart: 'Enlace y clave por separado',
  apartWhy:
    'Ninguno de los dos abre la sala sin el otro. Envíalos por dos medios distintos, por ' +
    'ejemplo, el enlace por correo y la clave por mensajería. A quien abra el enlace se le ' +
    'pedirá la clave.',
  keylessLink: 'Enlace sin clave',
  copyKeyless: 'Copiar sin clave',
  keylessCopied: 'Enlace copiado sin su clave.',
  roomKey: 'Clave de la sala',
  copyKey: 'Copiar clave',
  keyCopied: 'Clave copiada.',
  members: 'Miembros',
  you: '{name} (tú)',
  creator: 'creó la sala',
  places: '{count} de {capacity}',
  messages: 'Mensajes',
  message: 'Mensaje',
  messageHint: 'Intro envía; Mayús+Intro empieza otra línea',
  send: 'Enviar',
  leave: 'Salir',
  left: 'Has salido de la sala.',
  purgeRoom: 'Eliminar sala',
  purgeTitle: '¿Eliminar la sala?',
  purgeWhy:
    'La sala termina de inmediato para todas las personas que están en ella, y su enlace deja de ' +
    'funcionar. No se puede deshacer.',
  purge: 'Eliminar',
  notPurged: 'La sala no se eliminó: no hay conexión. Inténtalo de nuevo cuando la haya.',
  connected: 'Conectado',
  reconnecting: 'Reconectando',
  offline: 'Sin red',
  tryNow: 'Intentar ya',
  notConnected: 'No se envió: no hay conexión. Tu texto se queda aquí hasta que la haya.',
  connectionLost: 'Se perdió la conexión. Intentando volver a entrar; lo que escribas se conserva.',
  connectionOffline:
    'Tu dispositivo no tiene red. En cuanto vuelva, esta página entrará de nuevo en la sala; lo ' +
    'que escribas se conserva.',
  tooLong: {
    one:
      'Este mensaje supera el límite en {count} byte ({size} de un máximo de {most}). Acórtalo o ' +
      'envíalo por partes.',
    other:
      'Este mensaje supera el límite en {count} bytes ({size} de un máximo de {most}). Acórtalo ' +
      'o envíalo por partes.',
  },
  encryptedNote:
    'Los mensajes se cifran en tu dispositivo. Solo puede leerlos quien tenga el enlace de la ' +
    'sala; el servidor no puede.',
  youJoined: 'Has entrado en la sala con el nombre {name}.',
  joined: '{name} entró en la sala.',
  departed: '{name} salió de la sala.',
  aloneNote: 'Todavía no hay nadie más aquí.',
  timeLeftNote: 'Tiempo restante en esta sala: {time}.',
  connectionLostNote: 'Se perdió la conexión.',
  youRejoined:
    'Conexión restablecida. Ahora te llamas {name}. Lo que se envió entretanto no te llegó y no ' +
    'se puede recuperar: el servidor no guarda mensajes.',
  purgeEndedNote: 'Ya no puedes eliminar la sala: ese derecho terminó con la conexión que la creó.',
  exposedNote:
    'Este enlace se dañó por el camino y, por eso, su clave llegó al servidor dentro de la ' +
    'dirección. Funciona, pero para cualquier asunto delicado crea una sala nueva.',
  unsent: {
    one: 'Es posible que tu último mensaje no haya llegado. Está de nuevo en el cuadro de texto.',
    other:
      'Es posible que tus últimos {count} mensajes no hayan llegado. Están de nuevo en el cuadro ' +
      'de texto.',
  },
  gap: {
    one: 'Se perdió por el camino {count} mensaje de {name}.',
    other: 'Se perdieron por el camino {count} mensajes de {name}.',
  },
  repeated: 'Un mensaje de {name} llegó repetido, o demasiado tarde, y no se muestra otra vez.',
  unreadable:
    'No se pudo abrir un mensaje de {name}: se alteró por el camino o se cifró con otra clave.',
  unreadableNewer:
    '{name} usa una versión más reciente de esta página. Para seguir leyendo, abre de nuevo el ' +
    'enlace completo.',
  code: 'Código',
  copy: 'Copiar',
  codeCopied: 'Código copiado.',
  codeCopyRefused:
    'El navegador no permitió copiar. El código ya está seleccionado: pulsa Ctrl+C, o ⌘C en un ' +
    'Mac.',
  showAll: 'Mostrar todo',
  showLess: 'Mostrar menos',
  jump: 'Ir a lo último',
  jumpCounted: {
    one: 'Ir a lo último: {count} mensaje nuevo',
    other: 'Ir a lo último: {count} mensajes nuevos',
  },
  newRoom: 'Crear una sala nueva',
  tryAgain: 'Intentar de nuevo',
  goneTitle: 'Esta sala ya no existe',
  gone: {
    expired:
      'Caducó: se agotó su tiempo. Esta página la ha olvidado y el servidor no guarda ninguna ' +
      'copia.',
    purged:
      'La eliminó quien la creó. Esta página la ha olvidado y el servidor no guarda ninguna copia.',
    'not-found':
      'No se encontró: caducó, se eliminó o ya no queda nadie en ella. Si debería existir, ' +
      'comprueba que tienes el enlace completo.',
  },
  problems: {
    insecure: {
      title: 'Esta página no puede cifrar aquí',
      what:
        'Los navegadores solo ofrecen cifrado en páginas seguras, y esta llegó por simple http. ' +
        'Ábrela con https o, en el propio equipo del servidor, como http://localhost.',
    },
    outdated: {
      title: 'Este navegador es demasiado antiguo',
      what:
        'Le falta lo que esta página necesita para funcionar de forma segura. Actualízalo o abre ' +
        'el enlace en una versión actual de Firefox, Chrome, Edge o Safari.',
    },
    'no-key': {
      title: 'Este enlace no tiene clave',
      what:
        'Falta la parte que va detrás del #, y sin ella nadie puede leer los mensajes. Pide de ' +
        'nuevo el enlace completo a quien te lo envió: en la sala, «Copiar enlace» lo da.',
    },
    reloaded: {
      title: 'Ya no estás en la sala',
      what:
        'Al volver a cargarla, esta página olvida la clave. Si la sala aún existe, abre de nuevo ' +
        'el enlace completo o pégalo aquí.',
    },
    'bad-key': {
      title: 'La clave de este enlace está dañada',
      what:
        'Falta una parte o se alteró. Pide el enlace completo a quien te lo envió: en la sala, ' +
        '«Copiar enlace» lo da.',
    },
    'no-secret': {
      title: 'Este enlace está incompleto',
      what:
        'Tiene una clave, pero no el código de acceso que abre la sala. Pide el enlace completo ' +
        'a quien te lo envió: en la sala, «Copiar enlace» lo da.',
    },
    'bad-secret': {
      title: 'Este enlace no abre la sala',
      what:
        'Su código de acceso es incorrecto o está dañado. Pide el enlace completo a quien te lo ' +
        'envió: en la sala, «Copiar enlace» lo da.',
    },
    'room-full': {
      title: 'Esta sala está llena',
      what:
        'Todas sus plazas están ocupadas. Inténtalo de nuevo cuando alguien salga, o pide una ' +
        'sala más grande.',
    },
    overloaded: {
      title: 'El servidor está lleno',
      what: 'Ha alcanzado el límite de lo que admite. Inténtalo de nuevo en unos minutos.',
    },
    unreachable: {
      title: 'No se puede acceder al servidor',
      what:
        'Comprueba la conexión de red e inténtalo de nuevo. Si a otras personas les ocurre lo ' +
        'mismo, puede que el servidor no esté en funcionamiento.',
    },
    refused: {
      title: 'El servidor no te dejó entrar',
      what:
        'Esta página y el servidor no se entienden. Abre de nuevo el enlace completo e inténtalo ' +
        'otra vez.',
    },
  },
  creation: {
    overloaded:
      'El servidor ha alcanzado el límite de lo que admite, en total o desde tu red. Inténtalo ' +
      'de nuevo en unos minutos.',
    rejected:
      'El servidor no aceptó el resultado del cálculo: quizá llegó demasiado tarde. Inténtalo de ' +
      'nuevo.',
    unreachable:
      'No se puede acceder al servidor. Comprueba la conexión de red e inténtalo de nuevo.',
    failed:
      'El servidor no pudo crear la sala (estado {status}). Inténtalo de nuevo en unos minutos.',
    puzzle:
      'Este navegador no pudo resolver el cálculo. Vuelve a cargar la página e inténtalo de ' +
      'nuevo; si no sirve, usa otro navegador.',
  },
};
