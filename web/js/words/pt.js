/**
 * The words of the page in Portuguese, for Brazil and Portugal alike: it avoids what is said or spelt
 * differently. Room is sala, key chave, secret código de acesso, relay servidor, purge apagar.
 *
 * @type {import('../language.js').Words}
 */
export const words = {
  language: 'Idioma',
  languageFailed:
    'Não foi possível carregar {language}. Verifique a conexão de rede e escolha o idioma ' +
    'novamente.',
  theme: 'Tema',
  themeSystem: 'Automático',
  themeLight: 'Claro',
  themeDark: 'Escuro',
  sound: 'Som para novas mensagens com a página em segundo plano',
  settings: 'Opções',
  close: 'Fechar',
  cancel: 'Cancelar',
  homeTitle: 'Uma sala que esquece.',
  homeLead:
    'Crie uma sala cifrada e envie o link às pessoas com quem quer conversar. Quando terminar, ' +
    'não fica nada.',
  participants: 'Participantes',
  people: { one: '{count} pessoa', other: '{count} pessoas' },
  lifetime: 'Duração da sala',
  otherLifetime: 'Outra duração…',
  lifetimeAmount: 'Quantidade',
  lifetimeUnit: 'Unidade',
  minutes: 'minutos',
  hours: 'horas',
  days: 'dias',
  lifetimeRange: 'Aqui, uma sala dura no mínimo {min} e no máximo {max}.',
  createRoom: 'Criar sala',
  preparing: 'Preparação da sala',
  preparingWhy:
    'Primeiro, o navegador resolve um pequeno cálculo. É o que impede máquinas de sobrecarregar ' +
    'o servidor.',
  cancelled: 'Cancelado. Nenhuma sala foi criada.',
  noAccounts: 'Sem contas',
  noAccountsWhy: 'Sem inscrição, sem perfil, sem lista de endereços. Quem tem o link pode entrar.',
  noPersistence: 'Nada fica guardado',
  noPersistenceWhy:
    'A sala existe apenas na memória e termina quando o último membro sai, quando o tempo acaba ' +
    'ou quando é apagada. Nunca chega a um disco.',
  noPlaintext: 'Nada legível no servidor',
  noPlaintextWhy:
    'O navegador cifra cada mensagem. A chave fica no link, depois do #, e essa parte os ' +
    'navegadores nunca enviam.',
  noSurplus: 'Sem código desnecessário',
  noSurplusWhy: 'Pouco código, escrito para ser lido numa tarde.',
  docs: 'Como funciona e para que não serve (em inglês)',
  join: 'Entrar',
  joinTitle: 'Entrar numa sala',
  fullLink: 'Link completo',
  fullLinkHint: 'Se o link que recebeu não abrir, cole-o aqui por inteiro.',
  roomKeyHint:
    'Recebeu a chave em separado do link? Cole-a aqui. Começa por k=, e os espaços não fazem ' +
    'mal. O link completo também serve.',
  pasteFaults: {
    empty: 'A caixa ainda está vazia. Cole o que recebeu.',
    'not-a-room-link':
      'Isto não é um link de sala completo. Copie-o por inteiro, desde http. Se recebeu o link e ' +
      'a chave em separado, abra o link: a página pede a chave.',
    'other-relay':
      'Este link leva a outro servidor, e aqui só é possível entrar em salas deste servidor. ' +
      'Abra o link na barra de endereço.',
    'no-key':
      'Isto não é uma chave de sala. Uma chave tem a forma “k=…&s=…”. Copie-a por inteiro, sem ' +
      'as palavras em volta.',
    'bad-key': 'Esta chave está incompleta ou foi alterada. Copie-a outra vez por inteiro.',
    'no-secret': 'Esta chave está cortada: falta o fim, a partir de &s=. Copie-a por inteiro.',
    'bad-secret': 'Esta chave está incompleta ou foi alterada. Copie-a outra vez por inteiro.',
    refused:
      'O servidor não aceitou esta chave: é de outra sala, ou o fim, depois de s=, foi alterado. ' +
      'Compare-a com o que recebeu.',
  },
  joining: 'Aguarde a entrada na sala…',
  roomTitle: 'Sala privada',
  timeLeft: 'Tempo restante',
  roomLink: 'Link da sala',
  copyLink: 'Copiar link',
  copied: 'Link copiado.',
  copyRefused:
    'O navegador não permitiu copiar. O texto já está selecionado: pressione Ctrl+C, ou ⌘C no Mac.',
  showQrCode: 'Ver código QR',
  qrCode: 'Código QR do link da sala',
  qrCodeHint: 'Para entrar, aponte um telefone para este código.',
  qrDialog: 'Código QR',
  qrFailed: 'Não foi possível carregar o código QR. “Copiar link” dá o mesmo link.',
  invite: 'Convidar',
  inviteTitle: 'Envie este link a quem deve entrar',
  shareLink: 'Encaminhar link',
  shareFailed: 'O navegador não conseguiu encaminhar o link. “Copiar link” dá o mesmo link.',
  trust: 'Envie-o por um meio de confiança.',
  trustWhy:
    'Quem receber o link pode entrar e ler. Se puder ter caído em outras mãos, termine esta sala ' +
    'e crie uma nova.',
  apart: 'Link e chave em separado',
  apartWhy:
    'Nenhum dos dois abre a sala sem o outro. Envie-os por dois meios diferentes, por exemplo o ' +
    'link por e-mail e a chave por mensagem. Quem abrir o link terá de indicar a chave.',
  keylessLink: 'Link sem chave',
  copyKeyless: 'Copiar sem chave',
  keylessCopied: 'Link copiado sem a chave.',
  roomKey: 'Chave da sala',
  copyKey: 'Copiar chave',
  keyCopied: 'Chave copiada.',
  members: 'Membros',
  you: '{name} (eu)',
  creator: 'criou a sala',
  places: '{count} de {capacity}',
  messages: 'Mensagens',
  message: 'Mensagem',
  messageHint: 'Enter envia, Shift+Enter começa uma nova linha',
  send: 'Enviar',
  leave: 'Sair',
  left: 'Saiu da sala.',
  purgeRoom: 'Apagar sala',
  purgeTitle: 'Apagar a sala?',
  purgeWhy:
    'A sala termina de imediato para todas as pessoas presentes e o link deixa de funcionar. Não ' +
    'é possível desfazer.',
  purge: 'Apagar',
  notPurged: 'A sala não foi apagada: não há conexão. Tente novamente quando houver.',
  connected: 'Conectado',
  reconnecting: 'Reconexão',
  offline: 'Sem rede',
  tryNow: 'Tentar agora',
  notConnected: 'Não enviada: não há conexão. O texto fica aqui até haver novamente.',
  connectionLost: 'A conexão caiu. Nova tentativa em curso; o que escrever não se perde.',
  connectionOffline:
    'O dispositivo está sem rede. Assim que houver rede, esta página volta a entrar na sala; o ' +
    'que escrever não se perde.',
  tooLong: {
    one:
      'Esta mensagem excede o limite em {count} byte ({size} de, no máximo, {most}). Reduza-a ou ' +
      'envie-a por partes.',
    other:
      'Esta mensagem excede o limite em {count} bytes ({size} de, no máximo, {most}). Reduza-a ' +
      'ou envie-a por partes.',
  },
  encryptedNote:
    'As mensagens são cifradas neste dispositivo. Só quem tem o link da sala pode lê-las; o ' +
    'servidor não pode.',
  youJoined: 'Entrou na sala com o nome {name}.',
  joined: '{name} entrou na sala.',
  departed: '{name} saiu da sala.',
  aloneNote: 'Ainda não há mais ninguém aqui.',
  timeLeftNote: 'Tempo restante nesta sala: {time}.',
  connectionLostNote: 'A conexão caiu.',
  youRejoined:
    'Conexão restabelecida. O seu nome agora é {name}. O que foi enviado nesse meio-tempo não ' +
    'chegou até aqui e não pode ser recuperado: o servidor não guarda mensagens.',
  purgeEndedNote:
    'Já não é possível apagar a sala: esse direito terminou com a conexão que a criou.',
  exposedNote:
    'Este link foi danificado pelo caminho e, por isso, a chave chegou ao servidor dentro do ' +
    'endereço. Funciona, mas para qualquer assunto delicado crie uma nova sala.',
  unsent: {
    one: 'A sua última mensagem pode não ter chegado. Está de volta na caixa de texto.',
    other:
      'As suas últimas {count} mensagens podem não ter chegado. Estão de volta na caixa de texto.',
  },
  gap: {
    one: 'Perdeu-se pelo caminho {count} mensagem de {name}.',
    other: 'Perderam-se pelo caminho {count} mensagens de {name}.',
  },
  repeated: 'Uma mensagem de {name} chegou repetida, ou tarde demais, e não é mostrada outra vez.',
  unreadable:
    'Não foi possível abrir uma mensagem de {name}: foi alterada pelo caminho ou cifrada com ' +
    'outra chave.',
  unreadableNewer:
    '{name} usa uma versão mais recente desta página. Abra novamente o link completo para ' +
    'acompanhar a conversa.',
  code: 'Código',
  copy: 'Copiar',
  codeCopied: 'Código copiado.',
  codeCopyRefused:
    'O navegador não permitiu copiar. O código já está selecionado: pressione Ctrl+C, ou ⌘C no ' +
    'Mac.',
  showAll: 'Mostrar tudo',
  showLess: 'Mostrar menos',
  jump: 'Ir para o fim',
  jumpCounted: {
    one: 'Ir para o fim: {count} mensagem nova',
    other: 'Ir para o fim: {count} mensagens novas',
  },
  newRoom: 'Criar uma nova sala',
  tryAgain: 'Tentar novamente',
  goneTitle: 'Esta sala já não existe',
  gone: {
    expired:
      'Expirou: o tempo acabou. Esta página já a esqueceu e o servidor não guarda nenhuma cópia.',
    purged:
      'Foi apagada por quem a criou. Esta página já a esqueceu e o servidor não guarda nenhuma ' +
      'cópia.',
    'not-found':
      'Não foi encontrada: expirou, foi apagada ou já não há ninguém nela. Se deveria existir, ' +
      'verifique se tem o link completo.',
  },
  problems: {
    insecure: {
      title: 'Esta página não pode cifrar aqui',
      what:
        'Os navegadores só permitem cifrar em páginas seguras, e esta chegou por simples http. ' +
        'Abra-a com https ou, no próprio computador do servidor, como http://localhost.',
    },
    outdated: {
      title: 'Este navegador é muito antigo',
      what:
        'Falta-lhe aquilo de que esta página precisa para funcionar com segurança. Atualize-o, ' +
        'ou abra o link numa versão atual do Firefox, Chrome, Edge ou Safari.',
    },
    'no-key': {
      title: 'Este link não tem chave',
      what:
        'Falta a parte depois do #, e sem ela ninguém pode ler as mensagens. Peça novamente o ' +
        'link completo a quem o enviou: na sala, “Copiar link” dá esse link.',
    },
    reloaded: {
      title: 'Já não está na sala',
      what:
        'Ao ser carregada de novo, esta página esquece a chave. Se a sala ainda existir, abra ' +
        'novamente o link completo ou cole-o aqui.',
    },
    'bad-key': {
      title: 'A chave deste link está danificada',
      what:
        'Falta uma parte ou foi alterada. Peça o link completo a quem o enviou: na sala, “Copiar ' +
        'link” dá esse link.',
    },
    'no-secret': {
      title: 'Este link está incompleto',
      what:
        'Tem uma chave, mas não o código de acesso que abre a sala. Peça o link completo a quem ' +
        'o enviou: na sala, “Copiar link” dá esse link.',
    },
    'bad-secret': {
      title: 'Este link não abre a sala',
      what:
        'O código de acesso está errado ou danificado. Peça o link completo a quem o enviou: na ' +
        'sala, “Copiar link” dá esse link.',
    },
    'room-full': {
      title: 'Esta sala está cheia',
      what:
        'Todos os lugares estão ocupados. Tente novamente quando alguém sair, ou peça uma sala ' +
        'maior.',
    },
    overloaded: {
      title: 'O servidor está cheio',
      what: 'Atingiu o limite do que aceita. Tente novamente dentro de alguns minutos.',
    },
    unreachable: {
      title: 'O servidor não responde',
      what:
        'Verifique a conexão de rede e tente novamente. Se outras pessoas tiverem o mesmo ' +
        'problema, o servidor pode estar parado.',
    },
    refused: {
      title: 'O servidor não permitiu a entrada',
      what:
        'Esta página e o servidor não se entendem. Abra novamente o link completo e tente outra ' +
        'vez.',
    },
  },
  creation: {
    overloaded:
      'O servidor atingiu o limite do que aceita, no total ou a partir da sua rede. Tente ' +
      'novamente dentro de alguns minutos.',
    rejected:
      'O servidor não aceitou o resultado do cálculo: talvez tenha chegado tarde demais. Tente ' +
      'novamente.',
    unreachable: 'O servidor não responde. Verifique a conexão de rede e tente novamente.',
    failed:
      'O servidor não conseguiu criar a sala (estado {status}). Tente novamente dentro de alguns ' +
      'minutos.',
    puzzle:
      'Este navegador não conseguiu resolver o cálculo. Carregue a página de novo e tente outra ' +
      'vez; se não funcionar, use outro navegador.',
  },
};
