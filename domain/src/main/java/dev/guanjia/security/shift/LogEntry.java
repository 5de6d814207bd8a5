package dev.guanjia.security.shift;

import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
                    case NOTE, ACCIDENT, MONEY_IN, MONEY_OUT -> null;
                    case EQUIPMENT, EQUIPMENT_MISSING ->
                            unless(kit.equipment().containsKey(subject), false);
                    case KEY_MISSING -> unless(kit.keys().contains(subject), false);
                    case GOODS_MISSING -> unless(kit.goods().contains(subject), false);
                    case KEY_ADDED, GOODS_ADDED -> unless(true, kit.holds(subject));
                    case EQUIPMENT_ADDED -> unless(true, kit.equipment().containsKey(subject));
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
        SortedSet<String> keys = new TreeSet<>(kit.keys());
        SortedSet<String> goods = new TreeSet<>(kit.goods());
        SortedMap<String, String> lent = new TreeMap<>(kit.lent());
        SortedMap<String, String> equipment = new TreeMap<>(kit.equipment());
        SortedMap<String, String> matters = new TreeMap<>(kit.matters());
        Money held = kit.money();
        switch (kind) {
            case NOTE, ACCIDENT -> {}
            case LENT -> lent.put(subject, text);
            case RETURNED -> lent.remove(subject);
            case EQUIPMENT, EQUIPMENT_ADDED -> equipment.put(subject, text);
            case EQUIPMENT_MISSING -> equipment.remove(subject);
            case KEY_ADDED -> keys.add(subject);
            case GOODS_ADDED -> goods.add(subject);
            case KEY_MISSING -> lose(keys, lent);
            case GOODS_MISSING -> lose(goods, lent);
            case MATTER_OPENED -> matters.put(subject, text);
            case MATTER_CLOSED -> matters.remove(subject);
            case MONEY_IN -> held = held.plus(money.orElseThrow());
            case MONEY_OUT -> held = held.minus(money.orElseThrow());
        }
        return new Kit(keys, goods, lent, held, equipment, matters);
    }

    private void lose(SortedSet<String> things, SortedMap<String, String> lent) {
        things.remove(subject);
        lent.remove(subject);
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
        /** A piece of equipment of the kit is in the state of the text. */
        EQUIPMENT,
        /** A key came to the kit, for the reason of the text. */
        KEY_ADDED,
        /** A key is lost, broken or withdrawn, for the reason of the text, lent or not. */
        KEY_MISSING,
        /** A good came to the kit, for the reason of the text. */
        GOODS_ADDED,
        /** A good is lost, broken or withdrawn, for the reason of the text, lent or not. */
        GOODS_MISSING,
        /** A piece of equipment came to the kit, in the state of the text. */
        EQUIPMENT_ADDED,
        /** A piece of equipment is lost, broken or withdrawn, for the reason of the text. */
        EQUIPMENT_MISSING,
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
