package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes the occurrences of a calendar day by day, in one state of the organisation. Lines that
 * begin on the same days share a beat, so that a day asks each beat once and not each line; the
 * order of the lines is settled once. Limits are numbered, so that no line is compared with another
 * while days are made.
 */
final class Expansion {

    private final DutyCalendar calendar;
    private final List<Numbered> lines = new ArrayList<>();
    private final Map<Beat, int[]> ranks = new LinkedHashMap<>();
    private final Map<Line.Limit, Integer> limits = new HashMap<>();

    /** A line and the number of its limit. */
    record Numbered(Line line, int limit) {}

    Expansion(DutyCalendar calendar, CompanyDuties duties) {
        this.calendar = calendar;
        Rhythms rhythms = calendar.times().rhythms();
        duties.versions().stream()
                .flatMap(held -> lines(held, rhythms))
                .sorted()
                .map(this::numbered)
                .forEach(lines::add);
        Map<Beat, List<Integer>> byBeat = new LinkedHashMap<>();
        for (int rank = 0; rank < lines.size(); rank++) {
            byBeat.computeIfAbsent(lines.get(rank).line().beat(), beat -> new ArrayList<>())
                    .add(rank);
        }
        byBeat.forEach(
                (beat, of) -> ranks.put(beat, of.stream().mapToInt(Integer::intValue).toArray()));
    }

    private Numbered numbered(Line line) {
        int limit = limits.computeIfAbsent(line.limit(), next -> limits.size());
        return new Numbered(line, limit);
    }

    private static Stream<Line> lines(HeldDuty held, Rhythms rhythms) {
        return held.duty().timing().cadences().stream()
                .flatMap(
                        cadence ->
                                held.posts().stream()
                                        .flatMap(post -> lines(held, post, cadence, rhythms)));
    }

    private static Stream<Line> lines(
            HeldDuty held, PostKey post, Cadence cadence, Rhythms rhythms) {
        return Beat.of(held.duty(), post, cadence, rhythms).stream()
                .map(beat -> new Line(held, post, cadence, beat));
    }

    Stream<DutyOccurrence> occurrences(DateRange range) {
        return range.start().datesUntil(range.end()).flatMap(this::occurrences);
    }

    private Stream<DutyOccurrence> occurrences(LocalDate date) {
        Day day = new Day(calendar, date, limits.size());
        List<int[]> beginning = new ArrayList<>();
        for (Map.Entry<Beat, int[]> entry : ranks.entrySet()) {
            Optional<DateRange> period = entry.getKey().periodStartingOn(date);
            if (period.isPresent()) {
                day.begins(entry.getKey(), period.get());
                beginning.add(entry.getValue());
            }
        }
        return IntStream.of(merged(beginning)).mapToObj(lines::get).map(day::occurrence);
    }

    private static int[] merged(List<int[]> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int[] all = parts.stream().flatMapToInt(Arrays::stream).toArray();
        Arrays.sort(all);
        return all;
    }
}
