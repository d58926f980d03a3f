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
 * Ends what we send on a connection, while the other side's is still read (RFC 9293 section 3.6): a
 * socket closed with unread input would reset it, and what was said last could be lost. To be
 * called on the channel's event loop.
 */
public final class HalfClose {
  private HalfClose() {}

  /**
   * Holds back what is written from here on, for 200 ms at most, so that the last bytes and the end
   * behind them share a segment (tcp(7), TCP_CORK). Without epoll they go out one by one.
   */
  public static void isNear(Channel channel) {
    channel.config().setOption(EpollChannelOption.TCP_CORK, true);
  }

  /**
   * Ends what we send, TLS first where there is any; all of it has been written. Whoever asks for
   * this must close the channel if the other side does not.
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
        // The other side has closed it already, of which the event loop is told.
      }
    } else if (channel instanceof DuplexChannel duplex) {
      duplex.shutdownOutput();
    }
  }
}
