package dev.guanjia.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.Meter;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryTest {

    @ParameterizedTest(name = "{0}/{1} m²: {2}")
    @CsvSource(
            textBlock =
                    """
                    9875,     100,      true
                    1,        1000000,  true
                    1000000,  1,        true
                    0,        1,        false
                    -1,       1,        false
                    1,        10000000, false
                    1,        3,        false
                    1000001,  1,        false
                    """)
    void anAreaIsPositiveOfHumanSizeAndDecimal(long numerator, long denominator, boolean fits) {
        assertThat(Unit.isArea(Rational.of(numerator, denominator))).isEqualTo(fits);
    }

    @Test
    void aUnitWithoutAreaCannotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Unit(
                                        new UnitId("un_1"),
                                        new BuildingId("bd_1"),
                                        "2-1201",
                                        UnitUse.RESIDENTIAL,
                                        Rational.ZERO,
                                        new OwnerId("ow_1")))
                .withMessage("area must be above 0, at most 1000000 m² with 6 decimals: 0");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "999999999, true", "-1, false", "1000000000, false"})
    void aMeterShowsNothingOrMore(long value, boolean fits) {
        assertThat(Meter.isValue(Rational.of(value, 1))).isEqualTo(fits);
    }

    @Test
    void anUnknownMobileIsNullButABlankOneIsAMistake() {
        OwnerId id = new OwnerId("ow_1");
        assertThat(new Owner(id, "王芳", null).mobile()).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Owner(id, "王芳", " "))
                .withMessage("owner mobile is blank");
    }

    @Test
    void aNameSaysSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Community(
                                        new CommunityId("cm_1"), "", ZoneId.of("Asia/Shanghai")))
                .withMessage("community name is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BuildingId("6号楼"))
                .withMessageStartingWith("building id must be");
    }
}
