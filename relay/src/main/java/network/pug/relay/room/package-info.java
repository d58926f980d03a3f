/**
 * The room registry: which rooms exist, who is in them, when they end. Pure Java: it knows no
 * socket, no HTTP, no JSON and no payload, and keeps digests where others keep ids and secrets.
 *
 * <p>A {@link network.pug.relay.room.RoomRegistry} belongs to one thread, so that every change to a
 * room is one step that nobody can see half done. {@link network.pug.relay.room.RoomDirectory}
 * finds the registry, and with it the thread, that owns a room.
 */
@NullMarked
package network.pug.relay.room;

import org.jspecify.annotations.NullMarked;
