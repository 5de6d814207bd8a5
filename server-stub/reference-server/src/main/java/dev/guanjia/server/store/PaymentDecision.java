package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A yes or no to a reversal or a refund.
 *
 * @param by who decided
 * @param on the day
 * @param reference the approval that a yes rests on; null for a no
 */
public record PaymentDecision(Actor by, LocalDate on, @Nullable String reference) {

    static Optional<PaymentDecision> of(ResultSet row) throws SQLException {
        if (row.getString("decided_by") == null) {
            return Optional.empty();
        }
        return Optional.of(
                new PaymentDecision(
                        actor(row, "decided"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("reference")));
    }

    static Actor actor(ResultSet row, String how) throws SQLException {
        return new Actor(
                new StaffId(row.getString(how + "_by")),
                new PostKey(row.getString(how + "_as")),
                row.getString(how + "_under"));
    }
}
