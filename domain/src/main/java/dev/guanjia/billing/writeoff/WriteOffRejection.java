package dev.guanjia.billing.writeoff;

import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * A no to a write-off; who proposed it takes it back with that.
 *
 * @param by who said no
 * @param on the day
 */
public record WriteOffRejection(Actor by, LocalDate on) {}
