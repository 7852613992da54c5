package io.boxoffice.gateway.problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * Gives a body to the answers of the HTTP codec. What cannot be read as a request (a broken request line, too long
 * headers, an impossible URI) never reaches a filter, and is answered below them with a bare status.
 */
@ChannelHandler.Sharable
class BareAnswers extends ChannelOutboundHandlerAdapter {

    private final ProblemJson json;

    BareAnswers(ProblemJson json) {
        this.json = json;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof FullHttpResponse answer && isBare(answer)) {
            var problem = problem(answer);
            answer.release();
            ctx.write(problem, promise);
        } else {
            ctx.write(message, promise);
        }
    }

    /** Every answer that passed the filters has a request id. */
    private static boolean isBare(FullHttpResponse answer) {
        return answer.status().code() >= 400
                && !answer.content().isReadable()
                && !answer.headers().contains(ProblemWriter.REQUEST_ID);
    }

    private FullHttpResponse problem(FullHttpResponse bare) {
        var status = HttpStatus.resolve(bare.status().code());
        var requestId = UUID.randomUUID().toString();
        var body = json.bytes(BareProblems.of(status == null ? HttpStatus.BAD_REQUEST : status), "/", requestId);
        var answer = new DefaultFullHttpResponse(bare.protocolVersion(), bare.status(), Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemJson.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(ProblemWriter.REQUEST_ID, requestId);
        return answer;
    }
}
