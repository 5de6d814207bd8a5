package dev.guanjia.property.tenure;

import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;

/**
 * What was true of a unit on a day.
 *
 * @param unit which one
 * @param area floor area in m²
 * @param use what it could be used for
 * @param owner who owned it
 * @param vacancy whether anybody used it
 */
public record UnitStanding(
        UnitId unit, Rational area, UnitUse use, OwnerId owner, Vacancy vacancy) {}
