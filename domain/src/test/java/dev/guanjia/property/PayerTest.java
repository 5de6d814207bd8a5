package dev.guanjia.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayerTest {

    private static final Payer OWNER = Payer.owner(new OwnerId("p_1"));
    private static final Payer OCCUPANT = Payer.occupant(new OccupantId("p_1"));

    @Test
    void aPayerIsWrittenWithTheRegisterItIsFoundIn() {
        assertThat(OWNER).hasToString("OWNER:p_1").isNotEqualTo(OCCUPANT);
        assertThat(OCCUPANT).hasToString("OCCUPANT:p_1");
    }

    @ParameterizedTest
    @CsvSource({"OWNER:ow_1, OWNER, ow_1", "OCCUPANT:oc.2, OCCUPANT, oc.2"})
    void aPayerIsReadBackFromItsText(String text, Payer.Kind kind, String id) {
        assertThat(Payer.parse(text)).isEqualTo(new Payer(kind, id)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ow_1", "owner:ow_1", "OWNER", "OWNER:", "OWNER: ow_1", "TENANT:a"})
    void anyOtherTextIsNoPayer(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Payer.parse(text))
                .withMessageStartingWith("payer ");
    }

    @Test
    void ownersAreListedBeforeOccupants() {
        Payer later = Payer.owner(new OwnerId("p_2"));
        assertThat(List.of(OCCUPANT, later, OWNER).stream().sorted())
                .containsExactly(OWNER, later, OCCUPANT);
    }
}
