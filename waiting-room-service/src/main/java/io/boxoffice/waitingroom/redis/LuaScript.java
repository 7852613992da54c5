package io.boxoffice.waitingroom.redis;

import io.lettuce.core.RedisNoScriptException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.ReturnType;

/** One script: one change of one event's line, whole or not at all. */
public final class LuaScript {
    private final RedisConnectionFactory redis;
    private final byte[] text;
    private final String sha;

    LuaScript(RedisConnectionFactory redis, String text) {
        this.redis = redis;
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.sha = sha1(this.text);
    }

    /**
     * Runs it for one event.
     *
     * @param args numbers and words; byte arrays go as they are
     * @throws org.springframework.dao.DataAccessResourceFailureException when Redis does not answer; the change may have
     *     happened, and every script may run again
     */
    public Reply run(UUID event, Object... args) {
        var keyAndArgs = new byte[args.length + 1][];
        keyAndArgs[0] = ("queue:{" + event + "}").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < args.length; i++) {
            keyAndArgs[i + 1] = args[i] instanceof byte[] raw
                    ? raw
                    : String.valueOf(args[i]).getBytes(StandardCharsets.UTF_8);
        }
        return RedisAway.translated(() -> {
            try (var connection = redis.getConnection()) {
                var scripting = connection.scriptingCommands();
                List<Object> reply;
                try {
                    reply = scripting.evalSha(sha, ReturnType.MULTI, 1, keyAndArgs);
                } catch (RedisSystemException e) {
                    if (!(e.getCause() instanceof RedisNoScriptException)) {
                        throw e;
                    }
                    reply = scripting.eval(text, ReturnType.MULTI, 1, keyAndArgs);
                }
                return new Reply(reply == null ? List.of() : reply);
            }
        });
    }

    private static String sha1(byte[] text) {
        try {
            // the name that Redis gives a script; nothing is protected by it
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
