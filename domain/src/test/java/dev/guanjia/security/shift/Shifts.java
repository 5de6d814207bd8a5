package dev.guanjia.security.shift;

import static dev.guanjia.organisation.Answers.accepted;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.HandoverEvent.Action;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lobby with two keys, a torch, an alarm panel, and three guards. */
final class Shifts {

    static final PostKey GUARD = new PostKey("LOBBY_GUARD");
    static final PostKey LEADER = new PostKey("SECURITY_SHIFT_LEADER");
    static final Station LOBBY =
            new Station("lobby", new Label("大堂", "Lobby"), GUARD, LEADER, Station.SHORT_ABSENCE);
    static final StaffId ANN = new StaffId("sf_ann");
    static final StaffId BO = new StaffId("sf_bo");
    static final StaffId CHEN = new StaffId("sf_chen");
    static final Actor CONSENT = new Actor(new StaffId("sf_lead"), LEADER, "v1");
    static final Kit KIT =
            Kit.of(
                    Money.CNY,
                    new TreeSet<>(List.of("roof", "gate")),
                    new TreeSet<>(List.of("torch")),
                    new TreeMap<>(Map.of("panel", "normal")));
    static final ShiftLog LOG = new ShiftLog(LOBBY, ANN, minute(0), KIT, List.of());

    private Shifts() {}

    static Instant minute(long minutes) {
        return Instant.parse("2026-03-02T14:00:00Z").plusSeconds(60 * minutes);
    }

    static LogEntry entry(LogEntry.Kind kind, String subject, long minutes) {
        return LogEntry.of(kind, subject, "said so", minute(minutes));
    }

    static LogEntry money(LogEntry.Kind kind, long fen, long minutes) {
        return new LogEntry(kind, "float", "cash", Optional.of(Money.fen(fen)), minute(minutes));
    }

    static HandoverEvent step(Action action, StaffId by, long minutes) {
        return HandoverEvent.of(action, by, minute(minutes));
    }

    static HandoverEvent found(Action action, String item, String text, long minutes) {
        return new HandoverEvent(action, BO, minute(minutes), item, text);
    }

    /** A handover to Bo at a minute in which every item is found clear. */
    static Handover checked(ShiftLog log, StaffId relief, long minutes) {
        return checked(Handover.prepare(log, relief), minutes);
    }

    private static Handover checked(Handover prepared, long minutes) {
        Handover handover = prepared;
        ShiftLog log = prepared.log();
        StaffId relief = prepared.relief();
        handover = accepted(handover.take(step(Action.CHECK, relief, minutes), log));
        for (String item : log.closing().items()) {
            HandoverEvent clear =
                    new HandoverEvent(Action.FIND_CLEAR, relief, minute(minutes), item, "");
            handover = accepted(handover.take(clear, log));
        }
        return handover;
    }

    /** A handover that goes well, released at a minute. */
    static Handover released(ShiftLog log, StaffId relief, long minutes) {
        return released(Handover.prepare(log, relief), minutes);
    }

    /** The same of a handover that is prepared, also by the leader. */
    static Handover released(Handover prepared, long minutes) {
        Handover handover = checked(prepared, minutes);
        ShiftLog log = prepared.log();
        StaffId signing = prepared.absence().map(a -> a.leader().staff()).orElse(log.holder());
        for (Action action :
                List.of(
                        Action.ACCEPT,
                        Action.SIGN,
                        Action.COUNTERSIGN,
                        Action.TAKE_POST,
                        Action.RELEASE)) {
            StaffId by = action.isForRelief() ? prepared.relief() : signing;
            handover = accepted(handover.take(step(action, by, minutes), log));
        }
        return handover;
    }
}
