package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.util.List;

/**
 * Netty's decoder, which leaves no trace of what it has taken: a frame would otherwise lie, masked,
 * in front of the next one until that is complete, and its sender may take its time.
 */
final class ErasingFrameDecoder extends WebSocket13FrameDecoder {

  ErasingFrameDecoder(WebSocketDecoderConfig config) {
    super(config);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> frames)
      throws Exception {
    int start = bytes.readerIndex();
    super.decode(context, bytes, frames);
    bytes.setZero(start, bytes.readerIndex() - start);
  }
}
