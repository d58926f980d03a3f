// A relay on ws: node ws.js PORT
import { randomBytes } from 'node:crypto';
import { WebSocketServer } from 'ws';
import { join, leave, serve } from './rooms.js';

const server = serve((room, reason) => {
  const message = JSON.stringify({ type: 'room:expired', reason });
  for (const member of room.members) {
    member.send(message);
    member.close(reason === 'ttl' ? 4000 : 4001);
  }
  room.members.clear();
});

new WebSocketServer({ server, path: '/ws', maxPayload: 65536 }).on('connection', (socket) => {
  const connectionId = randomBytes(8);
  let room;

  function relay(payload) {
    const head = Buffer.alloc(17);
    head[0] = 1;
    connectionId.copy(head, 1);
    head.writeBigUInt64BE(BigInt(Date.now()), 9);
    const message = Buffer.concat([head, payload]);
    for (const member of room.members) member.send(message);
  }

  function obey(command) {
    if (command.type === 'room:join') {
      room = join(socket, command);
      socket.send(
        JSON.stringify({ type: 'room:joined', connectionId: connectionId.toString('hex') }),
      );
    } else if (command.type === 'room:purge' && room?.creator === socket) {
      room.end('purged');
    }
  }

  socket.on('message', (data, isBinary) => {
    try {
      if (!isBinary) obey(JSON.parse(data));
      else if (room?.members.has(socket)) relay(data);
    } catch (error) {
      socket.close(1008, error.message);
    }
  });
  socket.on('close', () => room && leave(socket, room));
  socket.on('error', () => {});
});
