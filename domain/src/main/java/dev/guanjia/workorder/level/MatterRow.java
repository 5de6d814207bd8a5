package dev.guanjia.workorder.level;

import dev.guanjia.decision.Decision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the company for some matters from some day on. Of the rows in force that include a
 * matter, the one that names more criteria applies; of as many, the one that names the severity
 * before the place before the customer; of the same criteria, the latest.
 */
public interface MatterRow {

    /** The order in which rows are kept; rows that compare equal contradict each other. */
    Comparator<MatterRow> ORDER =
            Comparator.comparing((MatterRow row) -> row.matter().kind())
                    .thenComparing(MatterRow::from)
                    .thenComparing(MatterRow::goal)
                    .thenComparing(row -> row.matter().weight())
                    .thenComparing(row -> row.matter().toString());

    /**
     * What it is for.
     *
     * @return a criterion that is not named holds for any
     */
    Matter matter();

    /**
     * What is limited.
     *
     * @return the goal
     */
    ServiceGoal goal();

    /**
     * Its first day.
     *
     * @return the first day on which a matter received falls under it
     */
    LocalDate from();

    /**
     * Puts rows in order.
     *
     * @param <R> which rows
     * @param rows in any order
     * @return by kind and first day
     * @throws IllegalArgumentException if two would contradict each other
     */
    static <R extends MatterRow> List<R> sorted(List<R> rows) {
        List<R> sorted = rows.stream().sorted(ORDER).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (ORDER.compare(sorted.get(i - 1), sorted.get(i)) == 0) {
                throw new IllegalArgumentException("stands twice: " + sorted.get(i));
            }
        }
        return sorted;
    }

    /**
     * Adds a row.
     *
     * @param <R> which rows
     * @param rows those there are
     * @param row the new one
     * @return all of them in order, or refused with {@code SERVICE_LEVEL_EXISTS}
     */
    static <R extends MatterRow> Decision<List<R>> add(List<R> rows, R row) {
        if (rows.stream().anyMatch(other -> ORDER.compare(other, row) == 0)) {
            return Decision.refuse(
                    List.of(
                            LevelRefusal.SERVICE_LEVEL_EXISTS.because(
                                    "kind", row.matter().kind().name(),
                                    "matter", row.matter().toString(),
                                    "goal", row.goal().name(),
                                    "from", row.from().toString())));
        }
        return Decision.accept(sorted(Stream.concat(rows.stream(), Stream.of(row)).toList()));
    }

    /**
     * The row that applies.
     *
     * @param <R> which rows
     * @param rows those there are
     * @param matter what was received
     * @param goal what is limited
     * @param day the day it was received
     * @return empty when no row in force includes the matter
     */
    static <R extends MatterRow> Optional<R> inForce(
            List<R> rows, Matter matter, ServiceGoal goal, LocalDate day) {
        return rows.stream()
                .filter(row -> row.goal() == goal && !row.from().isAfter(day))
                .filter(row -> row.matter().includes(matter))
                .max(
                        Comparator.comparing((R row) -> row.matter().weight())
                                .thenComparing(MatterRow::from));
    }
}
