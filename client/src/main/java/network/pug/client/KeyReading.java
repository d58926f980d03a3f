package network.pug.client;

/** What {@link KeyText#parse} made of a pasted text: the credentials of a room, or their fault. */
public sealed interface KeyReading permits KeyText, LinkFault {}
