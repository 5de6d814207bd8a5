package dev.guanjia.security.shift;

import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of the shift log.
 *
 * @param kind what sort of line
 * @param subject the key, good, piece of equipment, matter or occurrence it is about, not blank
 * @param text what happened, to whom it was lent, what state it is in, why it is unfinished; not
 *     blank
 * @param money the amount, above zero; present exactly where money moves
 * @param at when
 */
public record LogEntry(Kind kind, String subject, String text, Optional<Money> money, Instant at) {

    /** A line says something, and an amount where money moves. */
    public LogEntry {
        if (subject.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("log entry says nothing: " + kind + " " + at);
        }
        boolean moves = kind == Kind.MONEY_IN || kind == Kind.MONEY_OUT;
        if (money.isPresent() != moves || !money.map(Money::isPositive).orElse(true)) {
            throw new IllegalArgumentException(kind + " does not suit the amount " + money);
        }
    }

    /** A line without money. */
    static LogEntry of(Kind kind, String subject, String text, Instant at) {
        return new LogEntry(kind, subject, text, Optional.empty(), at);
    }

    Optional<Refusal> fault(String station, Kit kit) {
        @Nullable ShiftRefusal code =
                switch (kind) {
                    case NOTE, ACCIDENT, EQUIPMENT, MONEY_IN, MONEY_OUT -> null;
                    case LENT -> unless(kit.holds(subject), kit.lent().containsKey(subject));
                    case RETURNED -> unless(kit.lent().containsKey(subject), false);
                    case MATTER_OPENED -> unless(true, kit.matters().containsKey(subject));
                    case MATTER_CLOSED -> unless(kit.matters().containsKey(subject), false);
                };
        if (code != null) {
            return Optional.of(code.because("station", station, "subject", subject));
        }
        return money.filter(out -> kind == Kind.MONEY_OUT && kit.money().minus(out).isNegative())
                .map(
                        out ->
                                ShiftRefusal.MONEY_SHORT.because(
                                        "station", station,
                                        "amount", out.toString(),
                                        "held", kit.money().toString()));
    }

    private static @Nullable ShiftRefusal unless(boolean known, boolean twice) {
        return twice ? ShiftRefusal.SUBJECT_TWICE : known ? null : ShiftRefusal.SUBJECT_UNKNOWN;
    }

    /** What the kit is after this line. */
    Kit applyTo(Kit kit) {
        SortedMap<String, String> lent = new TreeMap<>(kit.lent());
        SortedMap<String, String> equipment = new TreeMap<>(kit.equipment());
        SortedMap<String, String> matters = new TreeMap<>(kit.matters());
        Money held = kit.money();
        switch (kind) {
            case NOTE, ACCIDENT -> {}
            case LENT -> lent.put(subject, text);
            case RETURNED -> lent.remove(subject);
            case EQUIPMENT -> equipment.put(subject, text);
            case MATTER_OPENED -> matters.put(subject, text);
            case MATTER_CLOSED -> matters.remove(subject);
            case MONEY_IN -> held = held.plus(money.orElseThrow());
            case MONEY_OUT -> held = held.minus(money.orElseThrow());
        }
        return new Kit(kit.keys(), kit.goods(), lent, held, equipment, matters);
    }

    /** What sorts of lines a log has. */
    public enum Kind {
        /** Something worth noting. */
        NOTE,
        /** An accident and how it was handled. */
        ACCIDENT,
        /** A key or a good was lent to whom the text names. */
        LENT,
        /** It came back. */
        RETURNED,
        /** A piece of equipment is in the state of the text. */
        EQUIPMENT,
        /** Something is unfinished for the reason of the text. */
        MATTER_OPENED,
        /** It is finished. */
        MATTER_CLOSED,
        /** Shared money was put in. */
        MONEY_IN,
        /** Shared money was taken out. */
        MONEY_OUT
    }
}
