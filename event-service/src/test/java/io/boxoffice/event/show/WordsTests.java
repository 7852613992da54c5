package io.boxoffice.event.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void caseAccentsAndSignsDoNotMatter() {
        assertThat(Words.fold("AC/DC in ZÜRICH!", null, "  Beyoncé ")).isEqualTo("ac dc in zurich beyonce");
        assertThat(Words.fold("東京 2027")).isEqualTo("東京 2027");
        assertThat(Words.fold("' & | ! : * \\ ()")).isEmpty();
    }

    @Test
    void theLastWordMayBeUnfinished() {
        assertThat(Words.prefixQuery(List.of("summer", "ni"))).isEqualTo("'summer' & 'ni':*");
    }

    @Test
    void aWordIsCutBetweenCharacters() {
        assertThat(Words.of("𝒳".repeat(50)).getFirst()).isEqualTo("x".repeat(50));
        assertThat(Words.of("𠀀".repeat(150)).getFirst()).isEqualTo("𠀀".repeat(100));
    }
}
