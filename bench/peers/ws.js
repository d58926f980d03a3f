// A relay on ws: node ws.js PORT. A socket that is opened at /room/7 is in room 7.
import { WebSocketServer } from 'ws';
import { withHeader } from './header.js';

const rooms = new Map();
let sockets = 0n;

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.argv[2]),
  maxPayload: 65536,
});
server.on('connection', (socket, { url }) => {
  if (!rooms.has(url)) rooms.set(url, { members: new Set() });
  const room = rooms.get(url);
  const id = ++sockets;
  room.members.add(socket);
  socket.on('message', (payload) => {
    const message = withHeader(room, id, payload);
    for (const member of room.members) member.send(message);
  });
  socket.on('close', () => {
    room.members.delete(socket);
    if (room.members.size === 0) rooms.delete(url);
  });
  socket.on('error', () => {});
});
server.on('listening', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`);
});
