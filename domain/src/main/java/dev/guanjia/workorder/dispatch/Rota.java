package dev.guanjia.workorder.dispatch;

import dev.guanjia.organisation.StaffId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose turn it is. The first in the queue who can be sent goes, and then stands last; who was
 * passed over keeps the place, and so the turn.
 *
 * @param queue the members, the next one first; nobody twice, at least one
 * @param turns how many turns were given, from zero; the version to store it by
 */
public record Rota(List<StaffId> queue, long turns) {

    /** Copies; a rota without members, or with one twice, is none. */
    public Rota {
        queue = List.copyOf(queue);
        if (queue.isEmpty() || new HashSet<>(queue).size() != queue.size() || turns < 0) {
            throw new IllegalArgumentException("rota of " + queue + " after " + turns);
        }
    }

    /**
     * A rota that begins.
     *
     * @param members in any order
     * @return by staff id
     */
    public static Rota of(Collection<StaffId> members) {
        return new Rota(members.stream().sorted().toList(), 0);
    }

    /**
     * The rota with those who came since.
     *
     * @param members everybody who takes part now, in any order
     * @return those who stay keep their place, the new ones stand behind them by staff id
     */
    public Rota with(Collection<StaffId> members) {
        Stream<StaffId> stay = queue.stream().filter(members::contains);
        Stream<StaffId> come = members.stream().filter(staff -> !queue.contains(staff)).sorted();
        return new Rota(Stream.concat(stay, come).distinct().toList(), turns);
    }

    Optional<StaffId> turn(List<StaffId> eligible) {
        return queue.stream().filter(eligible::contains).findFirst();
    }

    Rota after(StaffId sent) {
        Stream<StaffId> others = queue.stream().filter(staff -> !staff.equals(sent));
        return new Rota(Stream.concat(others, Stream.of(sent)).toList(), turns + 1);
    }
}
