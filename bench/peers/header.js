// What goes in front of each message: 0x01, the sender's id, a time that increases within the room.
const LENGTH = 17;

/** Puts the header of a room's next message in front of a payload. */
export function withHeader(room, sender, payload) {
  room.time = Math.max(Date.now(), (room.time ?? 0) + 1);
  const message = Buffer.allocUnsafe(LENGTH + payload.length);
  message[0] = 1;
  message.writeBigUInt64BE(sender, 1);
  message.writeBigUInt64BE(BigInt(room.time), 9);
  payload.copy(message, LENGTH);
  return message;
}
