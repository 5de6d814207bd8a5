package dev.guanjia.property.tenure;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was true of a unit on every day since its file was opened, as it is known now. Changes are
 * added; one that is recorded late ends where the next one of the same fact begins, and one that
 * was recorded wrongly is corrected for its own first day. Whoever keeps the history keeps both.
 *
 * <p>Source: requirements 03 P-CUSTOMER-FILE, 05 S07 (history is append-only).
 *
 * @param unit which one
 * @param area floor area in m², each as {@link Unit#isArea} asks
 * @param use what it may be used for
 * @param owner who owns it
 * @param vacancy whether anybody uses it
 */
public record UnitHistory(
        UnitId unit,
        Timeline<Rational> area,
        Timeline<UnitUse> use,
        Timeline<OwnerId> owner,
        Timeline<Vacancy> vacancy) {

    /** All facts are known since the same day, and every area is one. */
    public UnitHistory {
        LocalDate start = area.start();
        if (!Stream.of(use, owner, vacancy).map(Timeline::start).allMatch(start::equals)) {
            throw new IllegalArgumentException("facts start on different days: " + unit);
        }
        if (!area.values().stream().map(Dated::value).allMatch(Unit::isArea)) {
            throw new IllegalArgumentException("area must be above 0: " + unit + " " + area);
        }
    }

    /**
     * A unit whose file is opened.
     *
     * @param unit what is true of it
     * @param vacancy whether anybody uses it
     * @param from the first day on which that is known
     * @return its history
     */
    public static UnitHistory since(Unit unit, Vacancy vacancy, LocalDate from) {
        return new UnitHistory(
                unit.id(),
                Timeline.since(unit.area(), from),
                Timeline.since(unit.use(), from),
                Timeline.since(unit.owner(), from),
                Timeline.since(vacancy, from));
    }

    /**
     * Decides on another area, for example after a new survey.
     *
     * @param value m², see {@link Unit#isArea}
     * @param from its first day
     * @return the history with it, the same one where it was recorded before; or refused because
     *     another value starts on that day, or the history starts later
     * @throws IllegalArgumentException if no unit can have that area
     */
    public Decision<UnitHistory> withArea(Rational value, LocalDate from) {
        return change("AREA", area, new Dated<>(value, from), this::area);
    }

    /**
     * Decides on another use.
     *
     * @param value the use
     * @param from its first day
     * @return as {@link #withArea}
     */
    public Decision<UnitHistory> withUse(UnitUse value, LocalDate from) {
        return change("USE", use, new Dated<>(value, from), this::use);
    }

    /**
     * Decides on a transfer to another owner.
     *
     * @param value the new owner
     * @param from the first day that is the new owner's
     * @return as {@link #withArea}
     */
    public Decision<UnitHistory> withOwner(OwnerId value, LocalDate from) {
        return change("OWNER", owner, new Dated<>(value, from), this::owner);
    }

    /**
     * Decides on people moving in, or everybody moving out.
     *
     * @param value whether anybody uses it
     * @param from its first day
     * @return as {@link #withArea}
     */
    public Decision<UnitHistory> withVacancy(Vacancy value, LocalDate from) {
        return change("VACANCY", vacancy, new Dated<>(value, from), this::vacancy);
    }

    /**
     * Decides on an area that was recorded wrongly.
     *
     * @param value m², see {@link Unit#isArea}
     * @param from the day from which the wrong one was said to hold
     * @return the history with the right one, the same one where it is right; or refused because no
     *     area was recorded for that day
     * @throws IllegalArgumentException if no unit can have that area
     */
    public Decision<UnitHistory> correctingArea(Rational value, LocalDate from) {
        return correct("AREA", area, new Dated<>(value, from), this::area);
    }

    /**
     * Decides on a use that was recorded wrongly.
     *
     * @param value the right use
     * @param from the day from which the wrong one was said to hold
     * @return as {@link #correctingArea}
     */
    public Decision<UnitHistory> correctingUse(UnitUse value, LocalDate from) {
        return correct("USE", use, new Dated<>(value, from), this::use);
    }

    /**
     * Decides on an owner that was recorded wrongly.
     *
     * @param value the right owner
     * @param from the day from which the wrong one was said to own it
     * @return as {@link #correctingArea}
     */
    public Decision<UnitHistory> correctingOwner(OwnerId value, LocalDate from) {
        return correct("OWNER", owner, new Dated<>(value, from), this::owner);
    }

    /**
     * Decides on a vacancy that was recorded wrongly.
     *
     * @param value whether anybody uses it
     * @param from the day from which the opposite was said
     * @return as {@link #correctingArea}
     */
    public Decision<UnitHistory> correctingVacancy(Vacancy value, LocalDate from) {
        return correct("VACANCY", vacancy, new Dated<>(value, from), this::vacancy);
    }

    private UnitHistory area(Timeline<Rational> line) {
        return new UnitHistory(unit, line, use, owner, vacancy);
    }

    private UnitHistory use(Timeline<UnitUse> line) {
        return new UnitHistory(unit, area, line, owner, vacancy);
    }

    private UnitHistory owner(Timeline<OwnerId> line) {
        return new UnitHistory(unit, area, use, line, vacancy);
    }

    private UnitHistory vacancy(Timeline<Vacancy> line) {
        return new UnitHistory(unit, area, use, owner, line);
    }

    /**
     * What was true on a day.
     *
     * @param day the day
     * @return all of it, or empty before the history starts
     */
    public Optional<UnitStanding> asOf(LocalDate day) {
        return area.on(day)
                .map(
                        size ->
                                new UnitStanding(
                                        unit,
                                        size,
                                        use.on(day).orElseThrow(),
                                        owner.on(day).orElseThrow(),
                                        vacancy.on(day).orElseThrow()));
    }

    /**
     * Cuts a run of days where anything changes.
     *
     * @param days any days
     * @return without gap or overlap, in order, neighbours differ; days before the history starts
     *     are left out
     */
    public List<Stretch<UnitStanding>> stretches(DateRange days) {
        List<LocalDate> starts =
                Stream.of(area, use, owner, vacancy)
                        .flatMap(line -> line.starts().stream())
                        .toList();
        return Stretch.cut(days, starts, this::asOf);
    }

    private <T> Decision<UnitHistory> change(
            String fact,
            Timeline<T> line,
            Dated<T> next,
            Function<Timeline<T>, UnitHistory> changed) {
        Dated<T> first = line.values().get(0);
        if (next.from().isBefore(first.from())) {
            return refuse(TenureRefusal.UNIT_CHANGE_BEFORE_HISTORY, fact, next, first.toString());
        }
        Optional<Dated<T>> standing = line.startedOn(next.from());
        if (standing.isEmpty()) {
            return Decision.accept(changed.apply(line.with(next)));
        }
        return standing.get().equals(next)
                ? Decision.accept(this)
                : refuse(TenureRefusal.UNIT_CHANGES_OVERLAP, fact, next, standing.get().toString());
    }

    private <T> Decision<UnitHistory> correct(
            String fact,
            Timeline<T> line,
            Dated<T> right,
            Function<Timeline<T>, UnitHistory> changed) {
        return line.startedOn(right.from()).isEmpty()
                ? refuse(TenureRefusal.UNIT_CHANGE_UNKNOWN, fact, right, line.starts().toString())
                : Decision.accept(changed.apply(line.correcting(right)));
    }

    private Decision<UnitHistory> refuse(
            TenureRefusal code, String fact, Dated<?> next, String standing) {
        return Decision.refuse(
                List.of(
                        code.because(
                                "unit",
                                unit.value(),
                                "fact",
                                fact,
                                "change",
                                next.toString(),
                                "standing",
                                standing)));
    }
}
