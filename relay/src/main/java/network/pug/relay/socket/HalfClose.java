package network.pug.relay.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.nio.channels.NotYetConnectedException;

/**
 * Ends what we send on a connection, while what the other side sends is still read (RFC 9293
 * section 3.6): a socket closed with unread input would reset the connection, and what was said
 * last could be lost. To be called on the channel's event loop.
 */
public final class HalfClose {
  private HalfClose() {}

  /**
   * To be called before the last bytes are written: holds them back, for 200 ms at most, so that
   * they share a segment with the end behind them (tcp(7), TCP_CORK). Without epoll they go out one
   * by one.
   */
  public static void cork(Channel channel) {
    // Netty would set it by the number of a closed socket, which may be another's by now.
    if (channel.isActive()) {
      channel.config().setOption(EpollChannelOption.TCP_CORK, true);
    }
  }

  /**
   * Ends what we send, TLS first where there is any. To be called when all has been written: what
   * is written afterwards closes the channel, as it fails. Whoever asks for this must close the
   * channel if the other side does not.
   */
  public static void of(Channel channel) {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    ChannelFuture said = tls == null ? channel.newSucceededFuture() : tls.closeOutbound();
    said.addListener(notified -> shutDown(channel));
  }

  /** At the socket itself where that can be: Netty would take a stack trace for each. */
  private static void shutDown(Channel channel) {
    if (channel instanceof UnixChannel unix && unix.fd() instanceof Socket socket) {
      try {
        socket.shutdown(false, true);
      } catch (IOException | NotYetConnectedException e) {
        // It is closed already, by the other side, of which the event loop is told, or by us.
      }
    } else if (channel instanceof DuplexChannel duplex) {
      duplex.shutdownOutput();
    }
  }
}
