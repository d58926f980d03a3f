/**
 * The words of the page in Spanish, that of no one country. It says neither tú nor usted. Room is
 * sala, link enlace, key clave, secret código de acceso, relay servidor, purge eliminar.
 *
 * @type {import('../language.js').Words}
 */
export const words = {
  appName: 'Pug Network',
  language: 'Idioma',
  languageFailed:
    'No se pudo cargar {language}. Conviene comprobar la conexión de red y volver a elegir el ' +
    'idioma.',
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
    'Basta con crear una sala privada y enviar su enlace a las personas con las que se quiere ' +
    'hablar. Al terminar, no queda nada de ella.',
  participants: 'Participantes',
  people: { one: '{count} persona', many: '{count} de personas', other: '{count} personas' },
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
    'El navegador resuelve primero un pequeño cálculo. Así se evita que las máquinas saturen el ' +
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
    'El navegador cifra cada mensaje. La clave va en el enlace, detrás del #, y esa parte los ' +
    'navegadores no la envían nunca.',
  noSurplus: 'Sin código innecesario',
  noSurplusWhy:
    'La página que se ve es la que escribimos: unos pocos archivos pequeños que cualquiera puede ' +
    'leer en una tarde.',
  docs: 'Cómo funciona y para qué no sirve (en inglés)',
  join: 'Entrar',
  joinTitle: 'Entrar en una sala',
  fullLink: 'Enlace completo',
  fullLinkHint: 'Si el enlace recibido no se abre, se puede pegar aquí entero.',
  roomKeyHint:
    'Si la clave llegó aparte del enlace, se puede pegar aquí. Empieza por k=, y los espacios no ' +
    'importan. También sirve el enlace completo.',
  pasteFaults: {
    empty: 'El cuadro aún está vacío. Hay que pegar en él lo recibido.',
    'not-a-room-link':
      'Esto no es un enlace de sala entero. Hay que copiarlo completo, desde http hasta el ' +
      'final. Si el enlace y la clave llegaron por separado, basta con abrir el enlace: su ' +
      'página pide la clave.',
    'other-relay':
      'Este enlace lleva a otro servidor, y aquí solo se puede entrar en salas de este servidor. ' +
      'Hay que abrir el enlace en la barra de direcciones.',
    'no-key':
      'Esto no es una clave de sala, que tiene la forma «k=…&s=…». Hay que copiarla entera, sin ' +
      'el texto que la rodea.',
    'bad-key':
      'Esta clave está dañada: entre k= y &s= debe haber 43 letras, cifras, guiones o guiones ' +
      'bajos, tal como se enviaron. Hay que copiarla de nuevo.',
    'no-secret':
      'Esta clave está cortada: falta el final, a partir de &s=. Hay que copiarla entera.',
    'bad-secret':
      'Esta clave está dañada: detrás de s= debe haber 22 letras, cifras, guiones o guiones ' +
      'bajos, tal como se enviaron. Hay que copiarla de nuevo.',
    refused:
      'El servidor no aceptó esta clave: es de otra sala, o su final, detrás de s=, se alteró. ' +
      'Conviene compararla con lo recibido.',
  },
  joining: 'Entrando en la sala…',
  roomTitle: 'Sala privada',
  timeLeft: 'Tiempo restante',
  roomLink: 'Enlace de la sala',
  copyLink: 'Copiar enlace',
  copied: 'Enlace copiado.',
  copyRefused:
    'El navegador no permitió copiar. El texto ya está seleccionado: para copiarlo, pulsar ' +
    'Ctrl+C, o ⌘C en un Mac.',
  showQrCode: 'Ver código QR',
  qrCode: 'Código QR del enlace de la sala',
  qrCodeHint: 'Para entrar, apuntar aquí con la cámara de un teléfono.',
  qrDialog: 'Código QR',
  qrFailed: 'No se pudo cargar el código QR. «Copiar enlace» da el mismo enlace.',
  invite: 'Invitar',
  inviteTitle: 'Enlace para quienes vayan a entrar',
  shareLink: 'Compartir enlace',
  shareFailed: 'El navegador no pudo compartir el enlace. «Copiar enlace» da el mismo enlace.',
  trust: 'Conviene enviarlo por un medio de confianza.',
  trustWhy:
    'Quien reciba el enlace puede entrar y leer. Si pudo caer en otras manos, conviene poner fin ' +
    'a esta sala y crear una nueva.',
  apart: 'Enlace y clave por separado',
  apartWhy:
    'Ninguno de los dos abre la sala sin el otro. Conviene enviarlos por dos medios distintos, ' +
    'por ejemplo, el enlace por correo y la clave por mensajería. A quien abra el enlace se le ' +
    'pedirá la clave.',
  keylessLink: 'Enlace sin clave',
  copyKeyless: 'Copiar sin clave',
  keylessCopied: 'Enlace copiado sin su clave.',
  roomKey: 'Clave de la sala',
  copyKey: 'Copiar clave',
  keyCopied: 'Clave copiada.',
  members: 'Miembros',
  you: '{name} (yo)',
  creator: 'creó la sala',
  places: '{count} de {capacity}',
  messages: 'Mensajes',
  message: 'Mensaje',
  messageHint: 'Enter envía; Shift+Enter empieza otra línea',
  send: 'Enviar',
  leave: 'Salir',
  left: 'Ya fuera de la sala.',
  purgeRoom: 'Eliminar sala',
  purgeTitle: '¿Eliminar la sala?',
  purgeWhy:
    'La sala termina de inmediato para todas las personas que están en ella, y su enlace deja de ' +
    'funcionar. No se puede deshacer.',
  purge: 'Eliminar',
  notPurged: 'La sala no se eliminó: no hay conexión. Se puede intentar de nuevo cuando la haya.',
  connected: 'En línea',
  reconnecting: 'Reconectando',
  offline: 'Sin red',
  tryNow: 'Intentar ya',
  notConnected: 'No se envió: no hay conexión. El texto se queda aquí hasta que la haya.',
  connectionLost:
    'Se perdió la conexión. Se está intentando volver a entrar; lo que se escriba se conserva.',
  tooLong: {
    one:
      'Este mensaje supera el límite en {count} byte ({size} de un máximo de {most}). Hay que ' +
      'acortarlo o enviarlo por partes.',
    many:
      'Este mensaje supera el límite en {count} de bytes ({size} de un máximo de {most}). Hay ' +
      'que acortarlo o enviarlo por partes.',
    other:
      'Este mensaje supera el límite en {count} bytes ({size} de un máximo de {most}). Hay que ' +
      'acortarlo o enviarlo por partes.',
  },
  encryptedNote:
    'Los mensajes se cifran en este dispositivo. Solo puede leerlos quien tenga el enlace de la ' +
    'sala; el servidor no puede.',
  youJoined: 'Entrada en la sala con el nombre {name}.',
  joined: '{name} entró en la sala.',
  departed: '{name} salió de la sala.',
  aloneNote: 'Todavía no hay nadie más aquí.',
  timeLeftNote: 'Tiempo restante en esta sala: {time}.',
  connectionLostNote: 'Se perdió la conexión.',
  connectionBackNote: 'La red ha vuelto.',
  youRejoined:
    'Conexión restablecida, ahora con el nombre {name}. Lo que se envió entretanto no llegó ' +
    'hasta aquí y no se puede recuperar: el servidor no guarda mensajes.',
  purgeEndedNote:
    'Ya no se puede eliminar la sala: ese derecho terminó con la conexión que la creó.',
  exposedNote:
    'Este enlace se dañó por el camino y, por eso, su clave llegó al servidor dentro de la ' +
    'dirección. Funciona, pero para cualquier asunto delicado conviene crear una sala nueva.',
  unsent: {
    one: 'Es posible que el último mensaje no haya llegado. Está de nuevo en el cuadro de texto.',
    many:
      'Es posible que los últimos {count} de mensajes no hayan llegado. Están de nuevo en el ' +
      'cuadro de texto.',
    other:
      'Es posible que los últimos {count} mensajes no hayan llegado. Están de nuevo en el cuadro ' +
      'de texto.',
  },
  gap: {
    one: 'Se perdió por el camino {count} mensaje de {name}.',
    many: 'Se perdieron por el camino {count} de mensajes de {name}.',
    other: 'Se perdieron por el camino {count} mensajes de {name}.',
  },
  repeated: 'Un mensaje de {name} llegó repetido, o demasiado tarde, y no se muestra otra vez.',
  unreadable:
    'No se pudo abrir un mensaje de {name}: se alteró por el camino o se cifró con otra clave.',
  unreadableNewer:
    '{name} usa una versión más reciente de esta página. Para seguir leyendo, hay que abrir de ' +
    'nuevo el enlace completo.',
  code: 'Código',
  copy: 'Copiar',
  codeCopied: 'Código copiado.',
  codeCopyRefused:
    'El navegador no permitió copiar. El código ya está seleccionado: para copiarlo, pulsar ' +
    'Ctrl+C, o ⌘C en un Mac.',
  showAll: 'Mostrar todo',
  showLess: 'Mostrar menos',
  jump: 'Ir a lo último',
  jumpCounted: {
    one: 'Ir a lo último: {count} mensaje nuevo',
    many: 'Ir a lo último: {count} de mensajes nuevos',
    other: 'Ir a lo último: {count} mensajes nuevos',
  },
  newRoom: 'Crear una sala nueva',
  tryAgain: 'Intentar de nuevo',
  goneTitle: 'Esta sala ya no existe',
  gone: {
    expired: 'Caducó: se agotó su tiempo. No se conservó nada de ella en ningún lugar.',
    purged: 'La eliminó quien la creó. No se conservó nada de ella en ningún lugar.',
    'not-found':
      'No se encontró: caducó, se eliminó o ya no queda nadie en ella. Si debería existir, ' +
      'conviene comprobar que el enlace está completo.',
  },
  problems: {
    insecure: {
      title: 'Esta página no puede cifrar aquí',
      what:
        'Los navegadores solo ofrecen cifrado en páginas seguras, y esta llegó por simple http. ' +
        'Hay que abrirla con https o, en el propio equipo del servidor, como http://localhost.',
    },
    outdated: {
      title: 'Este navegador es demasiado antiguo',
      what:
        'Le falta lo que esta página necesita para funcionar de forma segura. Hay que ' +
        'actualizarlo o abrir el enlace en una versión actual de Firefox, Chrome, Edge o Safari.',
    },
    'no-key': {
      title: 'Este enlace no tiene clave',
      what:
        'Falta la parte que va detrás del #, y sin ella nadie puede leer los mensajes. Conviene ' +
        'pedir de nuevo el enlace completo a quien lo envió: en la sala, «Copiar enlace» lo da.',
    },
    'bad-key': {
      title: 'La clave de este enlace está dañada',
      what:
        'Falta una parte o se alteró. Conviene pedir el enlace completo a quien lo envió: en la ' +
        'sala, «Copiar enlace» lo da.',
    },
    'no-secret': {
      title: 'Este enlace está incompleto',
      what:
        'Tiene una clave, pero no el código de acceso que abre la sala. Conviene pedir el enlace ' +
        'completo a quien lo envió: en la sala, «Copiar enlace» lo da.',
    },
    'bad-secret': {
      title: 'Este enlace no abre la sala',
      what:
        'Su código de acceso es incorrecto o está dañado. Conviene pedir el enlace completo a ' +
        'quien lo envió: en la sala, «Copiar enlace» lo da.',
    },
    'room-full': {
      title: 'Esta sala está llena',
      what:
        'Todas sus plazas están ocupadas. Se puede intentar de nuevo cuando alguien salga, o ' +
        'pedir una sala más grande.',
    },
    overloaded: {
      title: 'El servidor está lleno',
      what: 'Ha alcanzado el límite de lo que admite. Se puede intentar de nuevo en unos minutos.',
    },
    unreachable: {
      title: 'No se puede acceder al servidor',
      what:
        'Conviene comprobar la conexión de red e intentarlo de nuevo. Si a otras personas les ' +
        'ocurre lo mismo, puede que el servidor no esté en funcionamiento.',
    },
    refused: {
      title: 'El servidor no permitió la entrada',
      what:
        'Esta página y el servidor no se entienden. Conviene abrir de nuevo el enlace completo e ' +
        'intentarlo otra vez.',
    },
  },
  creation: {
    overloaded:
      'El servidor ha alcanzado el límite de lo que admite, en total o desde esta red. Se puede ' +
      'intentar de nuevo en unos minutos.',
    rejected:
      'El servidor no aceptó el resultado del cálculo: quizá llegó demasiado tarde. Se puede ' +
      'intentar de nuevo.',
    unreachable:
      'No se puede acceder al servidor. Conviene comprobar la conexión de red e intentarlo de ' +
      'nuevo.',
    failed:
      'El servidor no pudo crear la sala (estado {status}). Se puede intentar de nuevo en unos ' +
      'minutos.',
    puzzle:
      'Este navegador no pudo resolver el cálculo. Conviene volver a cargar la página e ' +
      'intentarlo de nuevo; si no sirve, usar otro navegador.',
  },
};
