package dev.guanjia.asset.maintenance;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.Interval;
import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.staff.QualificationKey;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What every piece of equipment of a class needs in every period: a row of {@code
 * maintenance-standards.csv}. Due on the last day of the period. Source: requirements 03 P-PM.
 *
 * @param id its key, e.g. {@code PM-LIFT-01}
 * @param work what is done
 * @param kind the class of equipment
 * @param cadence how often; the calendar alone fixes its periods
 * @param evidence which record proves it, e.g. {@code R-MAINT-LOG}
 * @param qualification what whoever does it must be qualified for; empty when nothing is asked
 * @param from the first day of the row; see {@link MaintenanceStandards#periods}
 */
public record MaintenanceStandard(
        String id,
        Label work,
        AssetKey kind,
        Cadence cadence,
        String evidence,
        Optional<QualificationKey> qualification,
        LocalDate from) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");

    /** A standard can be dated and proved. */
    public MaintenanceStandard {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException("standard must look like PM-LIFT-01: " + id);
        }
        if (!cadence.isCalendarBound()) {
            throw new IllegalArgumentException("cadence has no periods: " + cadence.code());
        }
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("standard asks for no evidence: " + id);
        }
    }

    Interval interval() {
        return cadence.interval().orElseThrow();
    }

    static MaintenanceStandard read(Row row) {
        return new MaintenanceStandard(
                row.as("id", id -> id),
                row.label(),
                row.as("class", AssetKey::new),
                row.as("cadence", Cadence::parse),
                row.required("evidence"),
                row.text("qualification").isBlank()
                        ? Optional.empty()
                        : Optional.of(row.as("qualification", QualificationKey::new)),
                row.from());
    }
}
