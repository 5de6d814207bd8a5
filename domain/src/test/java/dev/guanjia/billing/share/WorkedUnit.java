package dev.guanjia.billing.share;

import dev.guanjia.money.Rational;
import java.util.Map;

/** One unit of one community, for amounts that were computed by hand. */
final class WorkedUnit {

    /** 88.5 m² of 6000 m²; 60 houses, 48 of them lived in; 1200 kWh. */
    static final Map<String, Rational> VALUES =
            Map.of(
                    "total_reading", Rational.of(1200, 1),
                    "total_area", Rational.of(6000, 1),
                    "unit_area", Rational.parse("88.5"),
                    "coefficient", Rational.parse("1.5"),
                    "houses", Rational.of(60, 1),
                    "houses_in_use", Rational.of(48, 1),
                    "floors", Rational.of(10, 1),
                    "entrances", Rational.of(4, 1),
                    "surcharge", Rational.parse("12.5"));

    private WorkedUnit() {}
}
