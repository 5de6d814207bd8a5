package dev.guanjia.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdministratorTokenTest {

    @Test
    void theTokenOfOneRunOpensThisMachineOnly() {
        AdministratorToken token = AdministratorToken.of(Settings.from(Map.of()));
        String text = token.development().orElseThrow();
        assertThat(token.opens(text, true)).isTrue();
        assertThat(token.opens(text, false)).isFalse();
        assertThat(token.opens(text + "x", true)).isFalse();
        assertThat(AdministratorToken.of(Settings.from(Map.of())).development())
                .isNotEqualTo(token.development());
    }

    @Test
    void aTokenThatWasGivenOpensFromEverywhereAndIsNotShown() {
        Settings settings = Settings.from(Map.of("GUANJIA_TOKEN", "0123456789abcdef"));
        AdministratorToken token = AdministratorToken.of(settings);
        assertThat(token.development()).isEmpty();
        assertThat(token.opens("0123456789abcdef", false)).isTrue();
        assertThat(token.toString()).doesNotContain("0123456789");
    }
}
