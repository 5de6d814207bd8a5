package dev.guanjia.security.shift;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one guard noted at a station, from taking it over to handing it on. Source: requirements 03
 * P-HANDOVER.
 *
 * @param station the station
 * @param holder the guard
 * @param openedAt when it was taken over
 * @param opening what was taken over
 * @param entries the lines, in order of time
 */
public record ShiftLog(
        Station station, StaffId holder, Instant openedAt, Kit opening, List<LogEntry> entries) {

    /** Copies; a line that the kit of its moment rules out cannot be there. */
    public ShiftLog {
        entries = List.copyOf(entries);
        Kit kit = opening;
        Instant last = openedAt;
        for (LogEntry entry : entries) {
            Optional<Refusal> fault = entry.fault(station.id(), kit);
            if (fault.isPresent() || entry.at().isBefore(last)) {
                throw new IllegalArgumentException("log cannot hold " + entry + " " + fault);
            }
            kit = entry.applyTo(kit);
            last = entry.at();
        }
    }

    /**
     * The log of the guard who took over: it opens with what the other one closed with.
     *
     * @param handover a handover
     * @return the log, without lines; or refused with {@code NOT_RELEASED}
     */
    public static Decision<ShiftLog> following(Handover handover) {
        return handover.releasedAt()
                .map(
                        at ->
                                Decision.accept(
                                        new ShiftLog(
                                                handover.station(),
                                                handover.relief(),
                                                at,
                                                handover.kit(),
                                                List.of())))
                .orElseGet(() -> Decision.refuse(List.of(handover.notReleased())));
    }

    /**
     * Writes a line.
     *
     * @param entry the line
     * @return the log afterwards, or refused with every reason that applies of {@code
     *     TIME_RUNS_BACKWARDS}, {@code SUBJECT_UNKNOWN}, {@code SUBJECT_TWICE}, {@code MONEY_SHORT}
     */
    public Decision<ShiftLog> write(LogEntry entry) {
        List<Refusal> reasons = new ArrayList<>();
        if (entry.at().isBefore(lastAt())) {
            reasons.add(
                    ShiftRefusal.TIME_RUNS_BACKWARDS.because(
                            "station", station.id(),
                            "at", entry.at().toString(),
                            "last", lastAt().toString()));
        }
        entry.fault(station.id(), closing()).ifPresent(reasons::add);
        List<LogEntry> all = new ArrayList<>(entries);
        all.add(entry);
        return reasons.isEmpty()
                ? Decision.accept(new ShiftLog(station, holder, openedAt, opening, all))
                : Decision.refuse(reasons);
    }

    /**
     * What is to be handed over after the last line.
     *
     * @return the opening kit with every line applied
     */
    public Kit closing() {
        Kit kit = opening;
        for (LogEntry entry : entries) {
            kit = entry.applyTo(kit);
        }
        return kit;
    }

    /**
     * When the last thing happened.
     *
     * @return the last line, or the opening
     */
    public Instant lastAt() {
        return entries.isEmpty() ? openedAt : entries.get(entries.size() - 1).at();
    }
}
