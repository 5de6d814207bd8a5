package dev.guanjia.property.tenure;

import dev.guanjia.calendar.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One fact over time. A value holds from its day until the next one starts, the last for good, and
 * a value recorded late never touches the days of a later one.
 *
 * @param <T> what changes
 * @param values at least one, by day, at most one a day
 */
public record Timeline<T>(List<Dated<T>> values) {

    /** Sorts; something is known, and no day has two values. */
    public Timeline {
        values =
                values.size() == 1
                        ? List.copyOf(values)
                        : values.stream().sorted(Comparator.comparing(Dated::from)).toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("timeline without a value");
        }
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i).from().equals(values.get(i - 1).from())) {
                throw new IllegalArgumentException(
                        "two values for one day: " + values.get(i - 1) + ", " + values.get(i));
            }
        }
    }

    /**
     * A fact that has not changed yet.
     *
     * @param <T> what may change
     * @param value what holds
     * @param from since when it is known
     * @return its timeline
     */
    public static <T> Timeline<T> since(T value, LocalDate from) {
        return new Timeline<>(List.of(new Dated<>(value, from)));
    }

    /**
     * Since when the fact is known.
     *
     * @return its first day
     */
    public LocalDate start() {
        return values.get(0).from();
    }

    /**
     * What held on a day.
     *
     * @param day the day
     * @return the value, or empty before the first
     */
    public Optional<T> on(LocalDate day) {
        for (int i = values.size() - 1; i >= 0; i--) {
            if (!values.get(i).from().isAfter(day)) {
                return Optional.of(values.get(i).value());
            }
        }
        return Optional.empty();
    }

    /**
     * Cuts a run of days where the value changes.
     *
     * @param days any days
     * @return without gap or overlap, in order; days before the first value are left out
     */
    public List<Stretch<T>> stretches(DateRange days) {
        return Stretch.cut(days, starts(), this::on);
    }

    /** What was recorded to start on a day; empty when nothing was. */
    Optional<Dated<T>> startedOn(LocalDate day) {
        return values.stream().filter(dated -> dated.from().equals(day)).findFirst();
    }

    /** With one more value, of a day that has none. */
    Timeline<T> with(Dated<T> dated) {
        List<Dated<T>> all = new ArrayList<>(values);
        all.add(dated);
        return new Timeline<>(all);
    }

    /** With another value for a day that has one. */
    Timeline<T> correcting(Dated<T> dated) {
        return new Timeline<>(
                values.stream()
                        .map(value -> value.from().equals(dated.from()) ? dated : value)
                        .toList());
    }

    /**
     * When the value may have changed.
     *
     * @return the first day of every value, in order
     */
    public List<LocalDate> starts() {
        return values.size() == 1
                ? List.of(values.get(0).from())
                : values.stream().map(Dated::from).toList();
    }
}
