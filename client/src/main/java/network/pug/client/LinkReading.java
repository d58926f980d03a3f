package network.pug.client;

/** What {@link RoomLink#parse} made of a pasted text: a link, or why it is none. */
public sealed interface LinkReading permits RoomLink, LinkFault {}
