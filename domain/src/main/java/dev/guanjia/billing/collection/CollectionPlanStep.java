package dev.guanjia.billing.collection;

import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * A step of a collection plan.
 *
 * @param action what is done
 * @param by who does it
 * @param on the day
 * @param reason why a plan is given up; blank for any other step
 */
public record CollectionPlanStep(
        CollectionPlanAction action, Actor by, LocalDate on, String reason) {}
