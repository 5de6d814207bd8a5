package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which duties are due when, by whom, and why then. What begins on a day is due from the posts
 * that have the duty on that day, and stays due when the organisation changes later.
 *
 * @param duties the duties of the company from day to day
 * @param responsibility who answers for a post
 * @param times how the company reads times
 */
public record DutyCalendar(DutyRoster duties, Responsibility responsibility, DutyTimes times) {

    /** An interval in which the deadline of its duty never occurs is refused. */
    public DutyCalendar {
        for (Rhythms.Every row : times.rhythms().intervals()) {
            duties.find(row.duty()).ifPresent(duty -> Rhythms.Every.fitting(row.interval(), duty));
        }
    }

    /**
     * For a company whose organisation stays as it is.
     *
     * @param duties the duties of the company
     * @param responsibility who answers for a post
     * @param times how the company reads times
     */
    public DutyCalendar(CompanyDuties duties, Responsibility responsibility, DutyTimes times) {
        this(DutyRoster.always(duties), responsibility, times);
    }

    /**
     * The occurrences that begin in a range while their row is in force, made one after the other.
     *
     * @param range any days; ranges that adjoin give occurrences that adjoin
     * @return ordered by {@link OccurrenceKey}, each key once; events are not among them, because
     *     no calendar knows them
     */
    public Stream<DutyOccurrence> stream(DateRange range) {
        return duties.stretches(range).stream()
                .flatMap(part -> new Expansion(this, duties.on(part.start())).occurrences(part));
    }

    /**
     * All of {@link #stream} at once.
     *
     * @param range any days
     * @return ordered by {@link OccurrenceKey}
     */
    public List<DutyOccurrence> occurrences(DateRange range) {
        return stream(range).toList();
    }

    /**
     * What an event calls for.
     *
     * @param fact the event
     * @return one occurrence for each post that has the duty that day, in key order; empty when the
     *     duty is not the company's, is not in force that day, or is none that events call for
     */
    public List<DutyOccurrence> calledFor(Fact fact) {
        LocalDate day = LocalDate.ofInstant(fact.at(), times.zone());
        return duties.on(day).versions().stream()
                .filter(held -> held.duty().id().equals(fact.duty()))
                .filter(held -> held.duty().origin().holdsOn(day))
                .filter(held -> held.duty().timing().cadences().contains(Cadence.EVENT))
                .flatMap(
                        held -> held.posts().stream().sorted().map(post -> after(fact, held, post)))
                .toList();
    }

    private DutyOccurrence after(Fact fact, HeldDuty held, PostKey post) {
        LocalDate day = LocalDate.ofInstant(fact.at(), times.zone());
        DutyDue due = DutyDue.after(held.duty().timing(), fact.at(), times);
        DateRange period = DateRange.ofClosed(day, due.lastDay().orElse(day));
        OccurrenceKey key =
                new OccurrenceKey(held.duty().id(), post, Cadence.EVENT, day, fact.id());
        return new DutyOccurrence(
                key,
                held.duty(),
                period,
                due,
                responsibility.on(post, period.last()),
                held.approverOf(post));
    }

    /**
     * What would come round if the company said when: periodic duties without an interval, duties
     * of shifts whose posts have none, duties to set up without a day.
     *
     * @param day the day whose posts are looked at
     * @return by duty in file order; each post and cadence once
     */
    public List<Unconfigured> unconfigured(LocalDate day) {
        return duties.on(day).all().stream().flatMap(this::unconfigured).toList();
    }

    private Stream<Unconfigured> unconfigured(HeldDuty held) {
        DutyId id = held.duty().id();
        return held.duty().timing().cadences().stream()
                .flatMap(
                        cadence ->
                                held.posts().stream()
                                        .map(post -> new Unconfigured(id, post, cadence)))
                .filter(this::isMissing);
    }

    private boolean isMissing(Unconfigured line) {
        Rhythms rhythms = times.rhythms();
        return switch (line.cadence()) {
            case PERIODIC ->
                    rhythms.intervals().stream().noneMatch(row -> row.duty().equals(line.duty()));
            case SHIFT -> rhythms.shifts().getOrDefault(line.post(), List.of()).isEmpty();
            case SETUP -> rhythms.setup().isEmpty();
            default -> false;
        };
    }

    /**
     * Something that happened and calls for a duty.
     *
     * @param id what tells it from others of that day, e.g. the number of a complaint; not blank
     * @param duty the duty it calls for
     * @param at when it happened
     */
    public record Fact(String id, DutyId duty, Instant at) {
        /** An event that cannot be told from others is none. */
        public Fact {
            if (id.isBlank()) {
                throw new IllegalArgumentException("an event of " + duty + " needs an id");
            }
        }
    }

    /**
     * A duty of a post of which the company has not said when it comes round.
     *
     * @param duty the duty
     * @param post the post that has it
     * @param cadence the cadence that nothing fixes
     */
    public record Unconfigured(DutyId duty, PostKey post, Cadence cadence) {}
}
