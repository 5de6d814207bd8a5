package dev.guanjia.property.meter;

import dev.guanjia.money.Rational;
import java.time.LocalDate;

/**
 * What was used between two readings of a meter that follow each other.
 *
 * @param from the day of the reading before, or of the installation
 * @param until the day of the reading that ends it
 * @param closing that reading
 * @param used through roll-overs and replaced registers, zero or more, in the unit of the meter
 * @param total all that was used since the installation
 */
public record Use(
        LocalDate from, LocalDate until, Reading closing, Rational used, Rational total) {}
