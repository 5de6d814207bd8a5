package dev.guanjia.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final Survey SPRING =
            new Survey(new SurveyId("sv_1"), "Spring 2024", YearMonth.of(2024, 3), 15);

    private static List<String> answer(Integer... items) {
        return SPRING.form("un_1", List.of(items))
                .fold(
                        form -> List.of(form.dissatisfied().toString()),
                        reasons ->
                                reasons.stream()
                                        .map(reason -> Wording.of(reason, Language.EN))
                                        .toList());
    }

    @Test
    void aFormKeepsItsItemsInOrder() {
        assertThat(answer(15, 1)).containsExactly("[1, 15]");
        assertThat(answer()).containsExactly("[]");
    }

    @Test
    void everyWrongItemIsTold() {
        assertThat(answer(16, 3, 0, 3, 3))
                .containsExactly(
                        "The form of un_1 has items 1 to 15, not 0.",
                        "The form of un_1 has items 1 to 15, not 16.",
                        "The form of un_1 marks item 3 more than once.");
    }

    @Test
    void aSurveyHasItemsAndATitle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Survey(SPRING.id(), "Spring", SPRING.period(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Survey(SPRING.id(), " ", SPRING.period(), 15));
    }

    @Test
    void aFormMarksAnItemOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurveyForm("un_1", List.of(3, 3)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SurveyForm("un_1", List.of(0)));
    }
}
