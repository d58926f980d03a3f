// A relay on Socket.IO: node socketio.js PORT
import { Server } from 'socket.io';
import { join, leave, serve } from './rooms.js';

const server = serve((room, reason) => {
  io.to(room.id).emit('room:expired', { reason });
  io.in(room.id).disconnectSockets(true);
});

const io = new Server(server, { transports: ['websocket'], maxHttpBufferSize: 65536 });

io.on('connection', (socket) => {
  let room;

  socket.on('room:join', (command, answer) => {
    try {
      room = join(socket.id, command);
      socket.join(room.id);
      answer({ connectionId: socket.id });
    } catch (error) {
      answer({ error: error.message });
    }
  });
  socket.on('chat:message', (payload) => {
    if (room) io.to(room.id).emit('chat:message', socket.id, Date.now(), payload);
  });
  socket.on('room:purge', () => {
    if (room?.creator === socket.id) room.end('purged');
  });
  socket.on('disconnect', () => room && leave(socket.id, room));
});
