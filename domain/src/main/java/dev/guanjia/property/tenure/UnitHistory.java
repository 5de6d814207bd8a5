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
 * What was true of a unit on every day since its file was opened. Changes are added, never undone;
 * one that is recorded late ends where the next one of the same fact begins.
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
        return decide(
                "AREA",
                area,
                new Dated<>(value, from),
                line -> new UnitHistory(unit, line, use, owner, vacancy));
    }

    /**
     * Decides on another use.
     *
     * @param value the use
     * @param from its first day
     * @return as {@link #withArea}
     */
    public Decision<UnitHistory> withUse(UnitUse value, LocalDate from) {
        return decide(
                "USE",
                use,
                new Dated<>(value, from),
                line -> new UnitHistory(unit, area, line, owner, vacancy));
    }

    /**
     * Decides on a transfer to another owner.
     *
     * @param value the new owner
     * @param from the first day that is the new owner's
     * @return as {@link #withArea}
     */
    public Decision<UnitHistory> withOwner(OwnerId value, LocalDate from) {
        return decide(
                "OWNER",
                owner,
                new Dated<>(value, from),
                line -> new UnitHistory(unit, area, use, line, vacancy));
    }

    /**
     * Decides on people moving in, or everybody moving out.
     *
     * @param value whether anybody uses it
     * @param from its first day
     * @return as {@link #withArea}
     */
    public Decision<UnitHistory> withVacancy(Vacancy value, LocalDate from) {
        return decide(
                "VACANCY",
                vacancy,
                new Dated<>(value, from),
                line -> new UnitHistory(unit, area, use, owner, line));
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

    private <T> Decision<UnitHistory> decide(
            String fact,
            Timeline<T> line,
            Dated<T> next,
            Function<Timeline<T>, UnitHistory> changed) {
        Dated<T> first = line.values().get(0);
        if (next.from().isBefore(first.from())) {
            return refuse(TenureRefusal.UNIT_CHANGE_BEFORE_HISTORY, fact, next, first);
        }
        Optional<Dated<T>> standing = line.startedOn(next.from());
        if (standing.isEmpty()) {
            return Decision.accept(changed.apply(line.with(next)));
        }
        return standing.get().equals(next)
                ? Decision.accept(this)
                : refuse(TenureRefusal.UNIT_CHANGES_OVERLAP, fact, next, standing.get());
    }

    private Decision<UnitHistory> refuse(
            TenureRefusal code, String fact, Dated<?> next, Dated<?> standing) {
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
                                standing.toString())));
    }
}
