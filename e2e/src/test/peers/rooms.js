// Rooms that end when they are purged, when the last member leaves, or when their time is up.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const rooms = new Map();

const token = () => randomBytes(16).toString('base64url');
const digest = (text) => createHash('sha256').update(String(text)).digest();

/** An HTTP server that makes rooms; `onEnd(room, reason)` is called before one is forgotten. */
export function serve(onEnd) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (request.method !== 'POST' || url.pathname !== '/api/create-room') {
      response.writeHead(404).end();
      return;
    }
    const roomSecret = token();
    const room = {
      id: token(),
      secret: digest(roomSecret),
      capacity: Number(url.searchParams.get('capacity') ?? 2),
      members: new Set(),
      end(reason) {
        clearTimeout(timer);
        onEnd(room, reason);
        rooms.delete(room.id);
      },
    };
    const timer = setTimeout(() => room.end('ttl'), 1000 * (url.searchParams.get('ttl') ?? 3600));
    rooms.set(room.id, room);
    const body = JSON.stringify({ roomId: room.id, roomSecret });
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
    });
    response.end(body);
  });
  server.listen(Number(process.argv[2] ?? 3000), '127.0.0.1', () => {
    console.log(`listening on http://127.0.0.1:${server.address().port}`);
  });
  return server;
}

/** Lets a member into the room that it names. Throws where it must not. */
export function join(member, { roomId, roomSecret }) {
  const room = rooms.get(roomId);
  if (!room) throw new Error('room-not-found');
  if (room.members.size >= room.capacity) throw new Error('room-full');
  if (!timingSafeEqual(room.secret, digest(roomSecret))) throw new Error('bad-secret');
  room.creator ??= member;
  room.members.add(member);
  return room;
}

/** Lets a member out; the last one ends the room. */
export function leave(member, room) {
  if (room.members.delete(member) && room.members.size === 0) room.end('left');
}
