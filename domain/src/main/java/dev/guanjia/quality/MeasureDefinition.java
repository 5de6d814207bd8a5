package dev.guanjia.quality;

import dev.guanjia.catalogue.Label;
import java.time.LocalDate;

/**
 * A measure that formulas may name.
 *
 * @param name lower_snake_case
 * @param label its name in both languages
 * @param unit what it is counted in
 * @param from first day it is counted
 * @param source what it means, and where that stands
 */
public record MeasureDefinition(
        String name, Label label, MeasureUnit unit, LocalDate from, String source) {}
