package dev.guanjia.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "7",
                "un_01JZX",
                "S-0042",
                "1.2.3",
                "a234567890123456789012345678901234567890"
            })
    void whatCanStandInAFileAnAddressAndALog(String value) {
        assertThat(Identifier.require("unit id", value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "_a",
                ".a",
                "-a",
                "a b",
                "a/b",
                "a\nb",
                "a\n",
                "单元",
                "a?b",
                "a%20",
                "a2345678901234567890123456789012345678901"
            })
    void whatCannot(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.require("unit id", value))
                .withMessageStartingWith("unit id must be ")
                .withMessageEndingWith(": " + value);
    }
}
