package io.boxoffice.gateway.problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * Gives a body to the answers of the HTTP codec. What cannot be read as a request (a broken request line, too long
 * headers, an impossible URI) never reaches a filter, and is answered below them with a bare status.
 */
@ChannelHandler.Sharable
class BareAnswers extends ChannelDuplexHandler {

    private final ProblemJson json;

    BareAnswers(ProblemJson json) {
        this.json = json;
    }

    /**
     * A body with a broken chunk would be taken for one that has ended, and go to the service as if it were whole. Kept
     * back here, it ends with the connection, as that of a client that left.
     */
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpContent part && isBrokenBody(part)) {
            part.release();
            ctx.writeAndFlush(problem(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST))
                    .addListener(ChannelFutureListener.CLOSE);
        } else {
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse answer && isBare(answer)) {
            var problem = problem(answer.protocolVersion(), answer.status());
            answer.release();
            ctx.write(problem, promise);
        } else {
            ctx.write(message, promise);
        }
    }

    /** A request that is broken from its first line on is whole in one message, and answered by the codec. */
    private static boolean isBrokenBody(HttpContent part) {
        return part.decoderResult().isFailure() && !(part instanceof HttpRequest);
    }

    /** Every answer that passed the filters has a request id. */
    private static boolean isBare(FullHttpResponse answer) {
        return answer.status().code() >= 400
                && !answer.content().isReadable()
                && !answer.headers().contains(ProblemWriter.REQUEST_ID);
    }

    private FullHttpResponse problem(HttpVersion version, HttpResponseStatus bare) {
        var status = HttpStatus.resolve(bare.code());
        var requestId = UUID.randomUUID().toString();
        var body = json.bytes(BareProblems.of(status == null ? HttpStatus.BAD_REQUEST : status), "/", requestId);
        var answer = new DefaultFullHttpResponse(version, bare, Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(ProblemWriter.REQUEST_ID, requestId);
        return answer;
    }
}
