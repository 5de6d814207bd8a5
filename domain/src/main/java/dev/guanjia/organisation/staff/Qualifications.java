package dev.guanjia.organisation.staff;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What everybody is qualified for. A renewal is a further row. */
public final class Qualifications {

    private static final Comparator<Qualification> ORDER =
            Comparator.comparing(Qualification::staff)
                    .thenComparing(Qualification::kind)
                    .thenComparing(Qualification::from)
                    .thenComparing(Qualification::number);

    private final List<Qualification> rows;
    private final Map<StaffId, List<Qualification>> byStaff = new HashMap<>();

    /**
     * Sorts the rows.
     *
     * @param rows in any order; no number of a kind stands twice
     */
    public Qualifications(List<Qualification> rows) {
        this.rows = rows.stream().sorted(ORDER).toList();
        for (Qualification row : this.rows) {
            if (stands(row)) {
                throw new IllegalArgumentException(
                        row.kind() + " " + row.number() + " of " + row.staff() + " stands twice");
            }
            byStaff.computeIfAbsent(row.staff(), staff -> new ArrayList<>()).add(row);
        }
    }

    /**
     * Every qualification.
     *
     * @return ordered by person, kind, first day and number
     */
    public List<Qualification> rows() {
        return rows;
    }

    /**
     * Records a qualification.
     *
     * @param added the qualification
     * @return all qualifications, or refused with {@code QUALIFICATION_EXISTS} if the person
     *     already has that number of that kind
     */
    public Decision<Qualifications> add(Qualification added) {
        if (stands(added)) {
            return Decision.refuse(
                    List.of(
                            StaffRefusal.QUALIFICATION_EXISTS.because(
                                    "staff", added.staff().value(),
                                    "kind", added.kind().value(),
                                    "number", added.number())));
        }
        List<Qualification> all = new ArrayList<>(rows);
        all.add(added);
        return Decision.accept(new Qualifications(all));
    }

    /**
     * Whether a person is qualified.
     *
     * @param staff the person
     * @param kind what for
     * @param day the day
     * @return true if a row covers the day
     */
    public boolean valid(StaffId staff, QualificationKey kind, LocalDate day) {
        return of(staff, kind).stream().anyMatch(row -> row.covers(day));
    }

    /**
     * Until when a person was qualified.
     *
     * @param staff the person
     * @param kind what for
     * @param day the day
     * @return the latest last day before {@code day}, or empty when nothing had lapsed by then
     */
    public Optional<LocalDate> lapsed(StaffId staff, QualificationKey kind, LocalDate day) {
        return of(staff, kind).stream()
                .flatMap(row -> row.last().stream())
                .filter(last -> last.isBefore(day))
                .max(Comparator.naturalOrder());
    }

    private List<Qualification> of(StaffId staff, QualificationKey kind) {
        return byStaff.getOrDefault(staff, List.of()).stream()
                .filter(row -> row.kind().equals(kind))
                .toList();
    }

    private boolean stands(Qualification added) {
        return of(added.staff(), added.kind()).stream()
                .anyMatch(row -> row.number().equals(added.number()));
    }
}
