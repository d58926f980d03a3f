/**
 * The words of the page in French. It says vous. Room is salon, key clé, secret code d’accès, relay
 * serveur, purge supprimer. Before : ; ? ! and within « » stands a narrow no-break space (U+202F).
 *
 * @type {import('../language.js').Words}
 */
export const words = {
  language: 'Langue',
  languageFailed:
    'Impossible de charger {language}. Vérifiez votre connexion au réseau, puis choisissez de ' +
    'nouveau la langue.',
  theme: 'Thème',
  themeSystem: 'Automatique',
  themeLight: 'Clair',
  themeDark: 'Sombre',
  sound: 'Son à l’arrivée de nouveaux messages quand l’onglet est masqué',
  settings: 'Réglages',
  close: 'Fermer',
  cancel: 'Annuler',
  homeTitle: 'Un salon qui oublie.',
  homeLead:
    'Créez un salon chiffré et envoyez son lien aux personnes avec qui vous voulez parler. Quand ' +
    'vous avez terminé, il n’en reste rien.',
  participants: 'Participants',
  people: { one: '{count} personne', other: '{count} personnes' },
  lifetime: 'Durée du salon',
  otherLifetime: 'Autre durée…',
  lifetimeAmount: 'Nombre',
  lifetimeUnit: 'Unité',
  minutes: 'minutes',
  hours: 'heures',
  days: 'jours',
  lifetimeRange: 'Ici, un salon dure au moins {min} et au plus {max}.',
  createRoom: 'Créer un salon',
  preparing: 'Préparation du salon',
  preparingWhy:
    'Votre navigateur résout d’abord un petit calcul. C’est ce qui empêche les machines de ' +
    'submerger le serveur.',
  cancelled: 'Annulé. Aucun salon n’a été créé.',
  noAccounts: 'Aucun compte',
  noAccountsWhy: 'Ni inscription, ni profil, ni carnet d’adresses. Qui a le lien peut entrer.',
  noPersistence: 'Aucune conservation',
  noPersistenceWhy:
    'Un salon n’existe qu’en mémoire. Il prend fin au départ du dernier membre, à l’échéance ou ' +
    'quand on le supprime. Aucun disque n’en garde la trace.',
  noPlaintext: 'Rien en clair sur le serveur',
  noPlaintextWhy:
    'Votre navigateur chiffre chaque message. La clé se trouve dans le lien après le #, partie ' +
    'que les navigateurs n’envoient jamais.',
  noSurplus: 'Aucun code superflu',
  noSurplusWhy: 'Peu de code, écrit pour être lu en un après-midi.',
  docs: 'Comment cela fonctionne, et ce pour quoi ce n’est pas fait (en anglais)',
  join: 'Rejoindre',
  joinTitle: 'Rejoindre un salon',
  fullLink: 'Lien complet',
  fullLinkHint: 'Si le lien que vous avez reçu ne s’ouvre pas, collez-le ici en entier.',
  roomKeyHint:
    'Avez-vous reçu la clé séparément du lien ? Collez-la ici. Elle commence par k=, et les ' +
    'espaces n’y changent rien. Le lien complet convient aussi.',
  pasteFaults: {
    empty: 'Le champ est encore vide. Collez-y ce que vous avez reçu.',
    'not-a-room-link':
      'Ce n’est pas un lien de salon complet. Copiez-le en entier, de http jusqu’à la fin. Si ' +
      'vous avez reçu le lien et la clé séparément, ouvrez le lien : sa page demande la clé.',
    'other-relay':
      'Ce lien mène à un autre serveur, et ici vous ne pouvez entrer que dans les salons de ce ' +
      'serveur-ci. Ouvrez plutôt le lien dans la barre d’adresse.',
    'no-key':
      'Ce n’est pas une clé de salon. Une clé a la forme « k=…&s=… ». Copiez-la en entier, sans ' +
      'les mots qui l’entourent.',
    'bad-key': 'Cette clé est incomplète ou modifiée. Copiez-la de nouveau en entier.',
    'no-secret': 'Cette clé est tronquée : la fin manque, à partir de &s=. Copiez-la en entier.',
    'bad-secret': 'Cette clé est incomplète ou modifiée. Copiez-la de nouveau en entier.',
    refused:
      'Le serveur n’a pas accepté cette clé : c’est celle d’un autre salon, ou sa fin, après s=, ' +
      'a été modifiée. Comparez-la avec ce que vous avez reçu.',
  },
  joining: 'Vous rejoignez le salon…',
  roomTitle: 'Salon privé',
  timeLeft: 'Temps restant',
  roomLink: 'Lien du salon',
  copyLink: 'Copier le lien',
  copied: 'Lien copié.',
  copyRefused:
    'Le navigateur n’a pas autorisé la copie. Le texte est maintenant sélectionné : appuyez sur ' +
    'Ctrl+C, ou sur ⌘C avec un Mac.',
  showQrCode: 'Voir le code QR',
  qrCode: 'Code QR du lien du salon',
  qrCodeHint: 'Pour entrer, visez ce code avec l’appareil photo d’un téléphone.',
  qrDialog: 'Code QR',
  qrFailed: 'Impossible de charger le code QR. « Copier le lien » donne le même lien.',
  invite: 'Inviter',
  inviteTitle: 'Envoyez ce lien aux personnes à inviter',
  shareLink: 'Partager le lien',
  shareFailed: 'Le navigateur n’a pas pu partager le lien. « Copier le lien » donne le même lien.',
  trust: 'Envoyez-le par un moyen auquel vous faites confiance.',
  trustWhy:
    'Quiconque obtient le lien peut entrer et lire. S’il a pu tomber en d’autres mains, mettez ' +
    'fin à ce salon et créez-en un nouveau.',
  apart: 'Lien et clé séparément',
  apartWhy:
    'Aucun des deux n’ouvre le salon sans l’autre. Envoyez-les par deux moyens différents, par ' +
    'exemple le lien par e-mail et la clé par messagerie instantanée. La clé est demandée à ' +
    'l’ouverture du lien.',
  keylessLink: 'Lien sans la clé',
  copyKeyless: 'Copier sans la clé',
  keylessCopied: 'Lien copié sans sa clé.',
  roomKey: 'Clé du salon',
  copyKey: 'Copier la clé',
  keyCopied: 'Clé copiée.',
  members: 'Membres',
  you: '{name} (vous)',
  creator: 'a créé le salon',
  places: '{count} sur {capacity}',
  messages: 'Messages',
  message: 'Message',
  messageHint: 'Entrée envoie, Maj+Entrée passe à la ligne',
  send: 'Envoyer',
  leave: 'Quitter',
  left: 'Vous avez quitté le salon.',
  purgeRoom: 'Supprimer le salon',
  purgeTitle: 'Supprimer le salon ?',
  purgeWhy:
    'Le salon prend fin aussitôt pour toutes les personnes présentes, et son lien cesse de ' +
    'fonctionner. Cette action est irréversible.',
  purge: 'Supprimer',
  notPurged:
    'Le salon n’a pas été supprimé : il n’y a pas de connexion. Réessayez quand elle sera ' +
    'rétablie.',
  connected: 'Connecté',
  reconnecting: 'Reconnexion',
  offline: 'Hors ligne',
  tryNow: 'Réessayer',
  notConnected:
    'Message non envoyé : il n’y a pas de connexion. Votre texte reste ici en attendant qu’elle ' +
    'revienne.',
  connectionLost:
    'La connexion est coupée. Reconnexion en cours ; ce que vous écrivez est conservé.',
  connectionOffline:
    'Votre appareil est hors ligne. Cette page rejoindra le salon dès que le réseau sera ' +
    'revenu ; ce que vous écrivez est conservé.',
  tooLong: {
    one:
      'Ce message dépasse la limite de {count} octet ({size} pour {most} au plus). ' +
      'Raccourcissez-le ou envoyez-le en plusieurs parties.',
    other:
      'Ce message dépasse la limite de {count} octets ({size} pour {most} au plus). ' +
      'Raccourcissez-le ou envoyez-le en plusieurs parties.',
  },
  encryptedNote:
    'Les messages sont chiffrés sur votre appareil. Seules les personnes qui ont le lien du ' +
    'salon peuvent les lire ; le serveur ne le peut pas.',
  youJoined: 'Vous avez rejoint le salon sous le nom {name}.',
  joined: '{name} a rejoint le salon.',
  departed: '{name} a quitté le salon.',
  aloneNote: 'Il n’y a encore personne d’autre ici.',
  timeLeftNote: 'Temps restant dans ce salon : {time}.',
  connectionLostNote: 'La connexion a été coupée.',
  youRejoined:
    'La connexion est rétablie. Votre nom est maintenant {name}. Ce que les autres ont envoyé ' +
    'entre-temps ne vous est pas parvenu et ne peut pas être récupéré : le serveur ne garde ' +
    'aucun message.',
  purgeEndedNote:
    'Vous ne pouvez plus supprimer le salon : ce droit a pris fin avec la connexion qui l’avait ' +
    'créé.',
  exposedNote:
    'Ce lien a été abîmé en chemin, si bien que sa clé est parvenue au serveur dans l’adresse. ' +
    'Il fonctionne, mais pour tout sujet délicat, créez un nouveau salon.',
  unsent: {
    one:
      'Votre dernier message n’est peut-être pas arrivé. Il est de retour dans la zone de saisie.',
    other:
      'Vos {count} derniers messages ne sont peut-être pas arrivés. Ils sont de retour dans la ' +
      'zone de saisie.',
  },
  gap: {
    one: '{count} message envoyé par {name} s’est perdu en chemin.',
    other: '{count} messages envoyés par {name} se sont perdus en chemin.',
  },
  repeated:
    'Un message envoyé par {name} est arrivé deux fois, ou trop tard, et n’est pas réaffiché.',
  unreadable:
    'Un message envoyé par {name} n’a pas pu être ouvert : il a été modifié en chemin, ou ' +
    'chiffré avec une autre clé.',
  unreadableNewer:
    '{name} utilise une version plus récente de cette page. Ouvrez de nouveau le lien complet ' +
    'pour suivre la conversation.',
  code: 'Code',
  copy: 'Copier',
  codeCopied: 'Code copié.',
  codeCopyRefused:
    'Le navigateur n’a pas autorisé la copie. Le code est maintenant sélectionné : appuyez sur ' +
    'Ctrl+C, ou sur ⌘C avec un Mac.',
  showAll: 'Tout afficher',
  showLess: 'Afficher moins',
  jump: 'Aller au plus récent',
  jumpCounted: {
    one: 'Aller au plus récent : {count} nouveau message',
    other: 'Aller au plus récent : {count} nouveaux messages',
  },
  newRoom: 'Créer un nouveau salon',
  tryAgain: 'Réessayer',
  goneTitle: 'Ce salon n’existe plus',
  gone: {
    expired:
      'Il a expiré : son temps est écoulé. Cette page l’a oublié, et le serveur n’en garde ' +
      'aucune copie.',
    purged:
      'La personne qui l’avait créé l’a supprimé. Cette page l’a oublié, et le serveur n’en ' +
      'garde aucune copie.',
    'not-found':
      'Il est introuvable : il a expiré, a été supprimé, ou tout le monde est parti. S’il devait ' +
      'exister, vérifiez que vous avez le lien en entier.',
  },
  problems: {
    insecure: {
      title: 'Cette page ne peut pas chiffrer ici',
      what:
        'Les navigateurs ne proposent le chiffrement que sur les pages sécurisées, et celle-ci ' +
        'est arrivée en simple http. Ouvrez-la en https ou, sur l’ordinateur même du serveur, à ' +
        'l’adresse http://localhost.',
    },
    outdated: {
      title: 'Ce navigateur est trop ancien',
      what:
        'Il lui manque ce dont cette page a besoin pour fonctionner en sécurité. Mettez-le à ' +
        'jour, ou ouvrez le lien dans une version récente de Firefox, Chrome, Edge ou Safari.',
    },
    'no-key': {
      title: 'Ce lien n’a pas de clé',
      what:
        'La partie qui suit le # manque, et sans elle personne ne peut lire les messages. ' +
        'Redemandez le lien complet à la personne qui vous l’a envoyé : dans le salon, « Copier ' +
        'le lien » le donne.',
    },
    reloaded: {
      title: 'Vous n’êtes plus dans le salon',
      what:
        'Quand on la recharge, cette page oublie la clé. Si le salon existe encore, ouvrez de ' +
        'nouveau le lien complet, ou collez-le ici.',
    },
    'bad-key': {
      title: 'La clé de ce lien est endommagée',
      what:
        'Une partie manque ou a été modifiée. Demandez le lien complet à la personne qui vous ' +
        'l’a envoyé : dans le salon, « Copier le lien » le donne.',
    },
    'no-secret': {
      title: 'Ce lien est incomplet',
      what:
        'Il contient une clé, mais pas le code d’accès qui ouvre le salon. Demandez le lien ' +
        'complet à la personne qui vous l’a envoyé : dans le salon, « Copier le lien » le donne.',
    },
    'bad-secret': {
      title: 'Ce lien n’ouvre pas le salon',
      what:
        'Son code d’accès est faux ou endommagé. Demandez le lien complet à la personne qui vous ' +
        'l’a envoyé : dans le salon, « Copier le lien » le donne.',
    },
    'room-full': {
      title: 'Ce salon est complet',
      what:
        'Toutes ses places sont prises. Réessayez quand quelqu’un sera parti, ou demandez un ' +
        'salon plus grand.',
    },
    overloaded: {
      title: 'Le serveur est saturé',
      what: 'Il a atteint la limite de ce qu’il accepte. Réessayez dans quelques minutes.',
    },
    unreachable: {
      title: 'Le serveur est injoignable',
      what:
        'Vérifiez votre connexion au réseau, puis réessayez. Si d’autres rencontrent la même ' +
        'difficulté, le serveur est peut-être en panne.',
    },
    refused: {
      title: 'Le serveur a refusé l’accès',
      what:
        'Cette page et le serveur ne se comprennent pas. Ouvrez de nouveau le lien complet, puis ' +
        'réessayez.',
    },
  },
  creation: {
    overloaded:
      'Le serveur a atteint la limite de ce qu’il accepte, au total ou depuis votre réseau. ' +
      'Réessayez dans quelques minutes.',
    rejected:
      'Le serveur n’a pas accepté le résultat du calcul : il est peut-être arrivé trop tard. ' +
      'Réessayez.',
    unreachable: 'Le serveur est injoignable. Vérifiez votre connexion au réseau, puis réessayez.',
    failed:
      'Le serveur n’a pas pu créer de salon (état {status}). Réessayez dans quelques minutes.',
    puzzle:
      'Ce navigateur n’a pas pu résoudre le calcul. Rechargez la page et réessayez ; si cela ne ' +
      'suffit pas, utilisez un autre navigateur.',
  },
};
