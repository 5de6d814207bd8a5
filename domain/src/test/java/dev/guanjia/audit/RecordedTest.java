package dev.guanjia.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordedTest {

    @Test
    void factsAreKeptInNameOrderWhateverOrderTheyCameIn() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("post", "STEWARD");
        facts.put("amount", "CNY 1.00");
        Recorded entry = recorded("sign-waiver", facts);
        facts.clear();
        assertThat(entry.facts()).hasToString("{amount=CNY 1.00, post=STEWARD}");
    }

    @Test
    void anEntryNamesItsAction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recorded(" ", Map.of()))
                .withMessage("entry needs an action and a subject: ' ' 'wv_1'");
    }

    private static Recorded recorded(String action, Map<String, String> facts) {
        return new Recorded(
                Optional.empty(), action, "wv_1", Outcome.REFUSED, Optional.empty(), facts);
    }
}
