// A relay on Socket.IO: node socketio.js PORT. It has rooms of its own, which empty ones leave.
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { withHeader } from './header.js';

const times = new Map();
const http = createServer();
const io = new Server(http, { transports: ['websocket'], maxHttpBufferSize: 65536 });
let sockets = 0n;

io.of('/').adapter.on('delete-room', (name) => times.delete(name));
io.on('connection', (socket) => {
  const id = ++sockets;
  let name;
  socket.on('join', (room, answer) => {
    name = room;
    socket.join(name);
    if (!times.has(name)) times.set(name, {});
    answer();
  });
  socket.on('message', (payload) => {
    io.to(name).emit('message', withHeader(times.get(name), id, payload));
  });
});
http.listen(Number(process.argv[2]), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${http.address().port}`);
});
