package network.pug.relay.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;

/** The handlers of an HTTP connection, in the order of the bytes. */
final class HttpPipeline {
  private static final int MAX_REQUEST_LINE_BYTES = 4096;
  private static final int MAX_HEADER_BYTES = 8192;

  private static final String BEFORE_PARSER = "before-parser";
  private static final String BEHIND_PARSER = "behind-parser";

  private HttpPipeline() {}

  static void add(
      Channel channel, Site site, boolean proxied, Admission admission, Upgrade upgrade) {
    RequestSplitter splitter =
        new RequestSplitter(new HeadRedactor(channel.alloc(), site.basePath()));
    ChannelPipeline pipeline = channel.pipeline();
    pipeline.addLast(BEFORE_PARSER, splitter);
    pipeline.addLast(
        new HttpServerCodec(
            new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES)));
    pipeline.addLast(BEHIND_PARSER, splitter.behind());
    pipeline.addLast(new HttpConnection(site, splitter, proxied, admission, upgrade));
  }

  /** Takes HTTP out, when other handlers stand behind it. */
  static void remove(ChannelPipeline pipeline) {
    pipeline.remove(HttpConnection.class);
    pipeline.remove(BEHIND_PARSER);
    pipeline.remove(HttpServerCodec.class);
    // Last, for it hands on what has come beyond the handshake.
    pipeline.remove(BEFORE_PARSER);
  }
}
