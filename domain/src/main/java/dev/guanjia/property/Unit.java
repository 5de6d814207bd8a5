package dev.guanjia.property;

import dev.guanjia.money.Rational;

/**
 * A home or a shop that is owned, charged and served as one (房屋).
 *
 * <p>Certificates give areas to 0.01 m², shares of common parts are finer; so up to six decimals
 * are kept, as many as our files and messages have.
 *
 * @param id which one
 * @param building where it is
 * @param number its number in the building, e.g. {@code 2-1201}, not blank
 * @param use what it may be used for
 * @param area floor area in m², more than zero, see {@link #isArea}
 * @param owner who owns it
 */
public record Unit(
        UnitId id, BuildingId building, String number, UnitUse use, Rational area, OwnerId owner) {

    private static final Rational LARGEST = Rational.of(1_000_000, 1);

    /** A unit has a number and an area. */
    public Unit {
        PropertyText.require("unit number", number);
        if (!isArea(area)) {
            throw new IllegalArgumentException(
                    "area must be above 0, at most 1000000 m² with 6 decimals: " + area);
        }
    }

    /**
     * Whether a number can be a floor area; the door to ask before building a unit from input.
     *
     * @param area square metres
     * @return true above zero, up to 1 000 000 m² (larger is a slip of the pen), with at most six
     *     decimals
     */
    public static boolean isArea(Rational area) {
        return area.signum() > 0 && area.compareTo(LARGEST) <= 0 && PropertyText.isDecimal(area);
    }
}
