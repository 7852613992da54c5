package io.boxoffice.event.form;

import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** A time is written as in RFC 3339; a bare number could be seconds or milliseconds, and is refused. */
@Component
class TimesAreTexts extends SimpleModule {

    TimesAreTexts() {
        super("times-are-texts");
        addDeserializer(Instant.class, new TextOnly());
    }

    private static final class TextOnly extends StdDeserializer<Instant> {
        private final ValueDeserializer<Instant> texts = InstantDeserializer.INSTANT;

        private TextOnly() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            return texts.deserialize(parser, context);
        }
    }
}
