package dev.guanjia.security.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftLimitsTest {

    private static final String TURN = "turn,排班,Turn,1440,2007-01-01,06 A-65\n";

    @Test
    void aLimitIsItsRow() {
        assertThat(ShiftLimits.read(table(TURN))).containsEntry("turn", Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "'turn,排班,Turn,720,2026-01-01,own', limits.csv:3 id: stands twice: turn",
        "'away,离岗,Away,720,soon,own', limits.csv:3 from: Text 'soon' could not be parsed at index 0",
        "'away,离岗,Away,720,2026-01-01,', limits.csv:3 source: is empty",
    })
    void aRowThatWouldSayNothingIsAFault(String row, String fault) {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> ShiftLimits.read(table(TURN + row + "\n")))
                .withMessage(fault);
    }

    private static Table table(String rows) {
        String header = String.join(",", ShiftLimits.COLUMNS) + "\n";
        return Table.parse("limits.csv", header + rows, ShiftLimits.COLUMNS);
    }
}
