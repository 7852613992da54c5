package io.boxoffice.fleet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SearchTests {
    @TempDir
    Path folder;

    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = new Mailbox(folder, JsonMapper.builder().build(), InstantSource.system());
        mailbox.start();
    }

    @AfterEach
    void close() {
        mailbox.stop();
    }

    @Test
    void aHiddenRecipientIsShownAsBccAndNotFoundByTo() throws Exception {
        mailbox.accept(
                "From: a@x.test\r\nTo: b@x.test\r\nSubject: s\r\n\r\nhello  world\r\n".getBytes(UTF_8),
                List.of("b@x.test", "c@x.test"));
        var entry = mailbox.newestFirst().findFirst().orElseThrow();
        assertThat(mailbox.line(entry).message().bcc()).containsExactly(new Address("", "c@x.test"));
        assertThat(new Search("to:c@x.test").matches(mailbox, entry)).isFalse();
        assertThat(new Search("\"hello world\" is:unread").matches(mailbox, entry))
                .isTrue();
    }

    @Test
    void aBrokenMailIsKeptAllTheSame() throws Exception {
        mailbox.accept(
                "To: <<<broken\r\nContent-Type: multipart/mixed; boundary=none\r\n\r\nno parts".getBytes(UTF_8),
                List.of());
        assertThat(mailbox.size()).isEqualTo(1);
    }
}
