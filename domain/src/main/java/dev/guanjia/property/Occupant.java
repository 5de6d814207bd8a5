package dev.guanjia.property;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who lives or trades in a unit without owning it, for example a tenant (住户). Who moves in again is
 * another occupant.
 *
 * <p>Source: requirements 03 P-CUSTOMER-FILE.
 *
 * @param id which one
 * @param name as on the lease or the identity card, not blank
 * @param mobile the telephone number given; null when none was given, never blank
 * @param stay on which days
 */
public record Occupant(OccupantId id, String name, @Nullable String mobile, Stay stay) {

    /** An occupant has a name; a number that is there says something. */
    public Occupant {
        PropertyText.require("occupant name", name);
        if (mobile != null) {
            PropertyText.require("occupant mobile", mobile);
        }
    }

    /**
     * Decides on the end of the stay, also earlier than agreed.
     *
     * @param until the first day on which they do not live there any more; the first day of the
     *     stay withdraws it, as nobody had moved in
     * @return the occupant whose stay ends then; or refused because it ends no later anyway, or the
     *     day is before the stay
     */
    public Decision<Occupant> moveOut(LocalDate until) {
        LocalDate from = stay.from();
        LocalDate end = stay.until();
        if (end != null && !until.isBefore(end)) {
            return refuse(OccupantRefusal.OCCUPANT_MOVED_OUT, "end", end, until);
        }
        if (from != null && until.isBefore(from)) {
            return refuse(OccupantRefusal.OCCUPANT_OUT_BEFORE_IN, "from", from, until);
        }
        return Decision.accept(new Occupant(id, name, mobile, new Stay(from, until)));
    }

    private Decision<Occupant> refuse(
            OccupantRefusal code, String bound, LocalDate day, LocalDate until) {
        Refusal reason =
                code.because(
                        "occupant", id.value(), bound, day.toString(), "until", until.toString());
        return Decision.refuse(List.of(reason));
    }
}
