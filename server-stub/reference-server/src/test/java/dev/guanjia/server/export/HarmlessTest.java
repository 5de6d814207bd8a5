package dev.guanjia.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No spreadsheet calculates what is written, and it is read back as it was. */
class HarmlessTest {

    private static final int LONGEST = 4;

    /** Every text of up to four of these signs. */
    @Test
    void whatIsWrittenIsReadBackAndNoFormula() {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int length = 1; length <= LONGEST; length++) {
            for (String text : List.copyOf(texts)) {
                for (String sign : "'=+-@\t\r\na李".split("")) {
                    texts.add(text + sign);
                }
            }
        }
        for (String text : texts) {
            String written = Harmless.written(text);
            assertThat(Harmless.read(written)).isEqualTo(text);
            assertThat(written.matches("(?s)[=+@\\-\t\r\n].*")).as(written).isFalse();
        }
        assertThat(Harmless.written("'王五")).isEqualTo("'王五");
        assertThat(Harmless.read("'王五")).isEqualTo("'王五");
    }
}
