package dev.guanjia.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {

    private enum Code implements RefusalCode {
        OVER_LIMIT,
        UNWORDED;

        @Override
        public String key() {
            return this == OVER_LIMIT ? "over-limit" : "unworded";
        }
    }

    private static final Refusal OVER_LIMIT =
            new Refusal(Code.OVER_LIMIT, Map.of("post", "主管", "limit", "CNY 100.00"));

    @Test
    void oneRefusalIsSaidInTwoLanguages() {
        assertThat(Wording.of(OVER_LIMIT, Language.EN)).isEqualTo("主管's limit is CNY 100.00.");
        assertThat(Wording.of(OVER_LIMIT, Language.ZH_CN)).isEqualTo("主管的上限为CNY 100.00。");
    }

    @Test
    void aFactIsPrintedAsItIsEvenIfItLooksLikeAPattern() {
        Refusal odd = new Refusal(Code.OVER_LIMIT, Map.of("post", "$1 {x} \\", "limit", "2024"));
        assertThat(Wording.of(odd, Language.EN)).isEqualTo("$1 {x} \\'s limit is 2024.");
    }

    @Test
    void aSentenceThatNamesAnUnknownFactIsABug() {
        Refusal bare = new Refusal(Code.OVER_LIMIT, Map.of("post", "主管"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wording.of(bare, Language.EN))
                .withMessage("over-limit carries no fact named limit");
    }

    @Test
    void aCodeWithoutASentenceIsABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wording.of(new Refusal(Code.UNWORDED, Map.of()), Language.ZH_CN))
                .withMessage("no ZH_CN wording for unworded");
    }
}
